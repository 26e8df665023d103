import type { ProposedSaleNotice } from '../../proposed-sales/proposed-sale.ts'
import type { Likeness, Ours } from './ownership-literals.ts'
import type { Rules } from './structured-form-expression.ts'

const ours = (value: unknown, likeness: Likeness = 'same'): Ours => ({ value, likeness })
const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, one) => total + (one ?? 0), 0)

/** What tests of edgartools call the things of a Form 144. */
export const NOTICE_RULES: Rules<ProposedSaleNotice> = [
  [
    /\.securities_sold_past_3_months\.iloc\[(\d+)\]\.amount_sold$/,
    ({ sold_in_past_3_months }, [, at]) => ours(sold_in_past_3_months[Number(at)]?.amount_sold),
  ],
  [/^len\(form144\.securities_sold_past_3_months\)$/, (notice) => ours(notice.sold_in_past_3_months.length)],
  [/^len\(form144\.securities_(?:to_be_sold|selling)\)$/, (notice) => ours(notice.acquisitions.length)],
  [/^len\(form144\.securities_info\)$|num_securities(?:'\])?$/, (notice) => ours(notice.securities.length)],
  [
    /total_units_to_be_sold(?:'\])?$/,
    ({ securities }) => ours(sum(securities.map((one) => one.units_to_be_sold))),
  ],
  [
    /total_market_value(?:'\])?$/,
    ({ securities }) => ours(sum(securities.map((one) => one.aggregate_market_value))),
  ],
  [/^form144\.market_value$/, ({ securities }) => ours(securities[0]?.aggregate_market_value)],
  [
    /^form144\.avg_price_per_unit$/,
    ({ securities }) =>
      ours(
        sum(securities.map((one) => one.aggregate_market_value)) /
          sum(securities.map((one) => one.units_to_be_sold)),
      ),
  ],
  [
    /securities_info\.brokers$/,
    ({ securities }) =>
      ours(
        securities.map((one) => one.broker_name),
        'one_of',
      ),
  ],
  [
    /securities_info\.exchanges$/,
    ({ securities }) =>
      ours(
        securities.map((one) => one.exchange),
        'one_of',
      ),
  ],
  [
    /securities_info\.security_classes$/,
    ({ securities }) =>
      ours(
        securities.map((one) => one.security_title),
        'one_of',
      ),
  ],
  [/^form144\.approx_sale_date$/, ({ securities }) => ours(securities[0]?.approximate_sale_date)],
  [/^form144\.broker_name$/, ({ securities }) => ours(securities[0]?.broker_name)],
  [/^form144\.exchange_name$/, ({ securities }) => ours(securities[0]?.exchange)],
  [/^form144\.security_class$/, ({ securities }) => ours(securities[0]?.security_title)],
  [/^form144\.units_to_be_sold$/, ({ securities }) => ours(securities[0]?.units_to_be_sold)],
  [/^form144\.(?:issuer_)?cik$/, (notice) => ours(notice.issuer_cik, 'cik')],
  [/^form144\.issuer_name$/, (notice) => ours(notice.issuer_name)],
  [/^form144\.person_selling$/, (notice) => ours(notice.seller_name)],
]
