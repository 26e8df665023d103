import type { RiskFactor } from '../../company.ts'

const INDUSTRY = 'Risks Related to Our Markets and Customers'
const SUPPLY = 'Risks Related to Manufacturing and Supply'
const DATA = 'Risks Related to Information Systems'
const LAW = 'Risks Related to Law, Tax and Trade'
const STOCK = 'Risks Related to Our Common Stock'

/**
 * What changes: the pandemic factor goes after fiscal 2022; the cybersecurity factor is worded anew in fiscal 2023, after
 * the January 2024 incident; interest rates are added in fiscal 2023; machine learning, the Skerrow integration and tariffs
 * are added in fiscal 2024, when the offshore wind factor is also worded anew and the helium factor goes.
 */
export const tarnwickRiskFactors: RiskFactor[] = [
  {
    group: INDUSTRY,
    title:
      'A large part of our revenue comes from public agencies whose budgets we can neither predict nor influence.',
    prose: [
      'Harbor authorities, hydrographic offices and national ocean services buy most of our tide gauges and many of our current profilers. They buy with appropriated money. When an appropriation is late, orders that we had planned for one quarter arrive in the next or do not arrive at all, and the factory time that we had set aside for them is lost.',
      'Agencies may also end a contract for convenience. In that case we recover our cost and a reasonable profit on the work already done, but not the profit on the work that remained. A long delay in the appropriations of even one or two of our larger agency customers could reduce our results for a fiscal year.',
    ],
  },
  {
    group: INDUSTRY,
    title:
      'Offshore wind developers may delay or abandon the projects for which they order our survey buoys.',
    prose: [
      'Developers rent or buy our wind and wave buoys two to four years before they build. Whether they build depends on leases, on the price of power, on the cost of steel and of money, and on vessels that are in short supply. If projects are put back, developers return rented buoys early and cancel purchase options.',
      'We have added buoy capacity in the expectation that survey campaigns will grow. If they do not, we will carry depreciation on buoys that stand in our yard.',
    ],
    reworded: {
      since: 2024,
      prose: [
        'Survey campaigns for offshore wind fell short of our plan in fiscal 2024. Three developers gave back leases, and two of them returned a total of eleven rented buoys before the end of the agreed term. Whether the remaining developers build depends on leases, on permits that have been paused, on the price of power and on the cost of money.',
        'We had added buoy capacity in the expectation that survey campaigns would grow. Nineteen buoys stood in our yard at the end of the year, and we carry depreciation on every one of them. If demand does not return we may have to write down the fleet.',
      ],
    },
  },
  {
    group: INDUSTRY,
    title: 'Long sales cycles and acceptance tests at sea make our quarterly results uneven.',
    prose: [
      'From the first specification to the final acceptance of an observation network, eighteen months is normal. Acceptance usually requires a period of measurements at sea beside a reference instrument. Storms, ice, or a ship that is needed elsewhere can move an acceptance test by months, and with it the revenue that depends on the test.',
      'Because many of our costs do not vary with revenue in the short term, one late acceptance can change the operating income of a quarter by a large percentage.',
    ],
  },
  {
    group: INDUSTRY,
    title:
      'Competitors with greater resources, and research institutes that build for themselves, may take business from us.',
    prose: [
      'We compete with divisions of several large defense and industrial groups, with specialized firms in Europe and Asia, and with university laboratories that build instruments for their own use and at times for others. Some of these offer a complete vessel or platform of which instruments like ours are a small part, and can give the instrument away to win the platform.',
      'Low-cost pressure sensors from the consumer electronics industry have become good enough for some of the less demanding tasks. If they improve further, the price we can ask for our simpler gauges will fall.',
    ],
  },
  {
    group: INDUSTRY,
    title: 'The effects of the coronavirus pandemic on shipping, travel and field service may persist.',
    until: 2022,
    prose: [
      'During the pandemic our field engineers could not board customer vessels, harbors restricted visitors and many calibration campaigns were put off. Some of the work was never rescheduled. Although most restrictions had been lifted by the date of this report, quarantine rules remain in force at several ports in Asia where we have installed stations.',
      'New variants, renewed restrictions or a shortage of crews could again keep us from installing and servicing equipment that we have already built.',
    ],
  },
  {
    group: SUPPLY,
    title: 'We depend on single sources for piezoelectric ceramics, titanium housings and pressure crystals.',
    prose: [
      'The transducers in our profilers use a ceramic that one supplier in Japan fires to our recipe. Our deep-water housings are machined from titanium bar that two mills in the world deliver in the grade we need, and the quartz crystals in our reference gauges come from a family business that employs fewer than thirty people.',
      'We hold between six and nine months of these parts. To qualify another source would take longer than that, because our customers require a year of drift measurements before they accept a changed sensor.',
    ],
  },
  {
    group: SUPPLY,
    title: 'A fire or flood at our Port Ellery works would stop the calibration of all our instruments.',
    prose: [
      'Every instrument we sell passes through the calibration basins at Port Ellery before it is shipped. The basins, the temperature hall and the deadweight testers were built over two decades and are close to the tide line. We carry insurance against property damage and business interruption, but the cover ends after twelve months, and we believe that to rebuild the basins would take at least eighteen.',
    ],
  },
  {
    group: SUPPLY,
    title: 'Shortages of helium have raised the cost of leak testing and could delay shipments.',
    until: 2023,
    prose: [
      'Pressure housings are tested for leaks with helium. The price of helium has risen severalfold since 2020 and our supplier has at times delivered only two thirds of the contracted quantity. We recover most of the gas that we use, but a long interruption would force us to change to a slower method and would delay shipments of deep-water instruments.',
    ],
  },
  {
    group: SUPPLY,
    title:
      'We may be unable to hire and keep the acousticians, machinists and divers on whom our work depends.',
    prose: [
      'Fewer than a dozen universities teach underwater acoustics at the level we need, and larger employers recruit from the same classes. In Port Ellery we compete for machinists with the shipyard across the river. Commercial divers who are certified for scientific work are few, and most of them are near the end of their diving careers.',
      'If experienced people leave faster than we can train others, deliveries slow down and warranty cost goes up.',
    ],
  },
  {
    group: SUPPLY,
    title: 'Instruments that fail at sea are expensive to recover and can damage our reputation.',
    prose: [
      'Our instruments stay under water for up to five years. A fault in a seal, a battery or a release mechanism shows itself only when the instrument is recovered, or when it cannot be recovered. We give warranties of two years on most products, and in some contracts we have agreed to pay for the ship time that a failure makes necessary, which can exceed the price of the instrument many times over.',
    ],
  },
  {
    group: DATA,
    title:
      'An attack on our information systems could interrupt production or alter the data that our customers rely on.',
    prose: [
      'We operate a data service that collects the measurements of several thousand stations and passes them to pilots, port captains and forecasters. An intruder who altered those measurements could cause a ship to ground. We use the customary protections, including network separation, access control and regular tests by an outside firm. We have not experienced an incident that had a material effect on our business, but attempts occur every day.',
      'Parts of our production also depend on computers that run old operating systems, because the test equipment attached to them cannot be used with newer ones.',
    ],
    reworded: {
      since: 2023,
      title:
        'In January 2024 an intruder encrypted part of our network, and a further attack could interrupt production or alter the data that our customers rely on.',
      prose: [
        'On January 15, 2024 an unauthorized party gained access to part of our network through the account of a contractor and encrypted file servers that are used in engineering and order processing. We disconnected the affected systems, told the authorities and restored the servers from copies. Shipments from Port Ellery stopped for six working days. The data service that passes the measurements of several thousand stations to pilots and port captains runs on separate systems and was not reached.',
        'We have spent and will continue to spend money to recover and to strengthen our defenses, and not all of it is insured. Customers or regulators may bring claims. An intruder who altered the measurements of the data service could cause a ship to ground, and parts of our production still depend on computers with old operating systems, because the test equipment attached to them cannot be used with newer ones.',
      ],
    },
  },
  {
    group: DATA,
    title:
      'Errors in the machine learning models that we now use to screen measurements could mislead our customers.',
    since: 2024,
    prose: [
      'Since fiscal 2024 a statistical model that was trained on twenty years of station records flags measurements which appear implausible before they are passed on. A model can be wrong in ways that a person would not be: it may suppress the first reading of a true surge because nothing like it is in the record.',
      'Rules for the use of such models in services on which safety depends are being written in several of the countries in which we operate. They may require tests or disclosures that we cannot deliver in time, or make us liable for faults that we could not have found.',
    ],
  },
  {
    group: LAW,
    title: 'Export controls limit where we may sell, and a breach could cost us the right to export.',
    prose: [
      'Several of our acoustic products are on lists of goods that may be used for military purposes. Each sale outside the United States of a product on these lists needs a license, and some need an inspection after delivery. The lists change with little notice. Had the present lists been in force three years ago, we would have had to refuse a part of the orders that we then accepted.',
    ],
  },
  {
    group: LAW,
    title:
      'New tariffs on titanium, ceramics and finished instruments could raise our costs and close markets to us.',
    since: 2024,
    prose: [
      'After the end of fiscal 2024 several governments announced or threatened additional duties on metals, on electronic components and on measuring instruments. We import ceramics and titanium and export more than a third of our production, so that we can be struck twice: by a duty on what we buy and by a duty, in answer, on what we sell.',
      'Most of our agency contracts have fixed prices and do not allow us to pass a new duty on.',
    ],
  },
  {
    group: LAW,
    title: 'Changes in tax law, or a challenge to our research credits, could raise our effective tax rate.',
    prose: [
      'Our effective tax rate benefits from credits for research. Authorities may take the view that a part of the work for which we claimed credits was done at the request, and at the risk, of a customer. The years from fiscal 2019 on remain open to examination in the United States and in Norway.',
    ],
  },
  {
    group: LAW,
    title: 'We have debt with a variable rate, and higher interest rates raise our expense.',
    since: 2023,
    prose: [
      'Our term loan bears interest at a reference rate plus a margin. The reference rate rose by more than four percentage points between the beginning of calendar 2022 and the end of fiscal 2023, and our interest expense rose with it. We have fixed the rate on only one half of the loan.',
    ],
  },
  {
    group: LAW,
    title: 'The integration of Skerrow Acoustics may cost more, and bring less, than we expect.',
    since: 2024,
    prose: [
      'We agreed in May 2024 to license the sub-bottom sonar line of Skerrow Acoustics and to take over its workshop and forty-two of its employees. The line uses other software, other suppliers and another quality system than ours. Until it is moved to Port Ellery we bear the rent of two sites.',
      'The price includes payments that depend on future orders. If the orders come the payments fall due before the cash of the customers arrives; if they do not come, we may have to write off the license.',
    ],
  },
  {
    group: STOCK,
    title: 'Our quarterly results and the price of our shares move with a small number of large orders.',
    prose: [
      'Fewer than one hundred thousand of our shares change hands on an ordinary day. Because a single order can decide whether a quarter meets expectations, the price of our shares has fallen or risen by more than a tenth on the day of an announcement several times in the past three years.',
    ],
  },
  {
    group: STOCK,
    title: 'Provisions of our charter and of Maine law could discourage an offer for the company.',
    prose: [
      'Our directors are elected in three classes, may issue preferred stock without a vote of shareholders, and can be removed only for cause. Maine law restricts business combinations with a holder of a quarter of the voting power for five years. These provisions may keep a buyer from making an offer that shareholders would wish to accept.',
    ],
  },
]
