import { claudeReasons } from '../claude/reasons.ts'

/**
 * What the reasons in the processing ledger mean. Codes are permanent. A code with `prior_` in front speaks of the filing
 * compared with; `evidence_` in front of an evidence fault names quotes that did not slice back, so that nothing was
 * stored.
 */
export const outcomeReasons: Readonly<Record<string, string>> = {
  form_type: 'The extractor does not read this form.',
  extractor_error: 'The extractor stopped on an error of its own.',
  text_unavailable: 'The main document has no text that could be read.',
  all_items_not_applicable: 'Every item of the report is answered "not applicable" or the like.',
  no_item_found: 'Neither the header nor the body names an item.',
  item_without_evidence: 'An item is listed for which no line of header or body could be quoted.',
  no_full_submission: 'Only the primary document is held, so the size of the submission is not known.',
  empty_submission: 'The submission holds no bytes.',
  header_not_found: 'The submission has no header.',
  accession_line_not_found: 'The header does not name its accession number.',
  no_prior_filing: 'No report of the same form for the same fiscal period a year earlier is held.',
  text_too_short: 'The main document has fewer than 200 words: a cover or a wrapper round an exhibit.',
  item_not_in_force: 'The report was filed before December 2005, when Item 1A did not exist.',
  section_not_found: 'Item 1A should be there and could not be found.',
  section_absent: 'The company left Item 1A out.',
  section_uncertain: 'Item 1A was found, but where it begins or ends is doubtful.',
  not_required_of_filer: 'The company leaves Item 1A out as a smaller reporting company may.',
  incorporated_by_reference: 'Item 1A refers to another document for its content.',
  answered_not_applicable: 'Item 1A is answered "not applicable" or the like.',
  risk_factors_not_separated: 'Item 1A has text in which single risk factors could not be told apart.',
  too_many_risk_factors: 'More than 400 risk factors were told apart, more than any company lists.',
  no_risk_factors_listed: 'The quarterly report refers to the annual one and lists no risk factor itself.',
  listing_styles_differ:
    'One quarterly report lists all risk factors, the other only what is new, so the two cannot be compared.',
  risk_factors_unchanged: 'Every risk factor stands in both reports.',
  risk_factors_listed_in_full:
    'The quarterly report repeats its risk factors without saying what is new since the annual one.',
  above_exact_bound: 'The texts are too long for an exact edit distance, and none is estimated.',
  no_universe_for_form: 'There is no frozen universe of reports of this form.',
  length_outside_universe: 'The text is longer or shorter than all of those the frozen fit was made of.',
  item_not_found: 'The item the rule compares should be there and could not be found.',
  item_absent: 'The company left out the item the rule compares.',
  item_uncertain: 'The item was found, but where it begins or ends is doubtful.',
  item_elsewhere: 'The item refers to another document or place for its content, or is reserved.',
  item_too_short: 'The item has fewer words than the rule can compare.',
  items_combined_differently: 'One report combines the item with its neighbours, the other does not.',
  items_too_short: 'No item has 100 words in either report.',
  sentences_too_few: 'The sentences the rule compares have fewer than 50 words together.',
  no_item_in_both: 'No item could be found whole, with a text of its own, in both reports.',
  amended_report_not_held: 'The report that these holdings are added to is not held.',
  amendment_type_not_stated: 'The amendment says neither that it restates the table nor that it adds to it.',
  buyer_counted_before: 'The cluster was complete without the buyers of this form.',
  filed_in_time: 'Every line that is due within two business days was filed by then.',
  filing_date_not_stated: 'The header names no filing date.',
  form_not_in_xml: 'The form was typed or filed as text, so that its lines are not read.',
  form_not_quotable: 'The XML of the form is not well-formed, so that no line of it can be quoted.',
  information_table_not_read: 'The cover counts entries, and no row of the information table could be read.',
  insider_history_short: 'One of the three calendar years before has no trade of the owner that is held.',
  item_4_not_found: 'Item 4 of the schedule could not be found.',
  line_without_date: 'A line that matters has no transaction date.',
  no_chief_officer: 'No owner of the form has the title of chief executive or chief financial officer.',
  no_cluster: 'Fewer than three insiders bought enough within 30 days.',
  no_earlier_schedule: 'No earlier schedule of the same persons on the issuer is held.',
  no_item_of_three_found: 'None of Items 1, 1A and 7 could be found.',
  no_line_due_in_two_days: 'The form has no line that Form 4 must report within two business days.',
  no_matching_notice: 'No Form 144 of the owner within 90 days before the sales is held.',
  no_open_market_purchase: 'The form has no line with code P.',
  no_open_market_sale: 'The form has no line with code S.',
  no_open_market_trade: 'The form has no line with code P or S.',
  no_report_of_quarter_before: 'No report of the manager on the quarter before is held.',
  no_sole_source_mention: 'No sentence of Items 1, 1A and 7 speaks of a sole or single supplier.',
  no_subsidiary_list: 'The filing has no Exhibit 21.',
  no_word_on_competition: 'No word of the report begins with "competit".',
  percent_not_stated: 'A schedule states no percentage that is a number.',
  plan_not_stated: 'Neither the checkbox nor a footnote says whether the sales were made under a plan.',
  price_not_stated: 'A line that matters has no price, so that its value is not known.',
  proposed_sale_not_valued: 'The notice does not state units or market value.',
  reported_too_late:
    'The form was filed so long after its trades that the forms around them are not looked at.',
  report_not_read: 'The cover of the report could not be read, or names no quarter.',
  schedule_not_read: 'The cover pages of the schedule could not be read.',
  sole_source_denied: 'Every sentence on a sole supplier denies that there is one.',
  stake_unchanged: 'The largest stake is the same as in the earlier schedule.',
  subsidiaries_unchanged: 'Both lists have the same names.',
  subsidiary_list_not_read: 'Exhibit 21 has no name that could be read.',
  subsidiary_lists_of_other_kind:
    'One list has less than a third of the names of the other: one names all subsidiaries, the other only the significant ones.',
  denominator_negligible: 'A denominator is zero, negative, or too small to divide by.',
  financial_firm:
    'The filer is a bank, an insurer or a real estate company (SIC 6000 to 6999), which the formula was not made for.',
  fund: 'The filer is a fund or a business development company.',
  shell: 'The filer is a shell: a blank-check company, or one by its own cover page.',
  ifrs: 'The statements follow IFRS, whose concepts the rule does not map.',
  missing_inputs: 'The filing does not state inputs that the rule cannot do without; they are named.',
  no_xbrl_facts:
    'The filing has no XBRL facts: it is older than tagging, or its statements are in a document that is not held.',
  no_annual_statements:
    'The filing states no fiscal year of 350 to 380 days that ends with its period: an amendment without statements, a transition report, or a report whose statements are in an exhibit without tags.',
  currency_not_usd: 'The rule needs US dollars, and the filing reports in another currency.',
  quarters_missing:
    'Not all quarters can be had from the reports that are held, or one of them was restated in between.',
  too_few_amounts: 'The filing tags fewer than 100 amounts of its year.',
  split_uncertain: 'Share counts differ as after a split, and no tagged ratio explains it.',
  no_cash_used: 'Operations and capital expenditures together used no cash.',
  no_goodwill_impairment: 'The filing states that no goodwill was impaired.',
  no_goodwill_impairment_stated: 'The filing states no amount of goodwill impaired.',
  amendment_says_nothing:
    'The amendment does not hold what the rule reads: it may repeat only a part of the report.',
  controls_effective: 'Controls are concluded to be effective, and no material weakness is stated.',
  controls_incorporated_by_reference: 'The item on controls refers to another document for its content.',
  controls_item_not_in_force: 'The report was filed before August 2002, when there was no item on controls.',
  controls_not_effective_no_weakness_named:
    'Disclosure controls are concluded not to be effective, and no material weakness is named.',
  controls_section_absent: 'The company left the item on controls out.',
  controls_section_not_found: 'The item on controls should be there and could not be found.',
  controls_section_uncertain: 'The item on controls was found, but where it begins or ends is doubtful.',
  mdna_absent: 'The company left the discussion and analysis out.',
  mdna_incorporated_by_reference: 'The discussion and analysis is in another document.',
  mdna_not_found: 'The discussion and analysis should be there and could not be found.',
  mdna_uncertain: 'The discussion and analysis was found, but where it begins or ends is doubtful.',
  no_conclusion_on_controls: 'The item on controls states no conclusion that the rule can read.',
  no_forward_looking_sentence: 'No sentence of the discussion and analysis looks ahead.',
  no_repeated_sentence: 'No sentence of ten words or more stands in the document twice.',
  no_sentences: 'The document has no sentence that could be quoted.',
  no_substantial_doubt: 'The words substantial doubt and going concern do not stand near each other.',
  no_tone_words: 'No word of the text is listed as positive or negative.',
  statements_incorporated_by_reference:
    'The financial statements are in an annual report to shareholders that is not among the documents.',
  too_few_sentences: 'The text has too few sentences for an average to mean anything.',
  item_not_reported: 'The report does not have the item.',
  item_not_applicable: 'The item is answered "not applicable" or the like.',
  item_text_not_found: 'The header names the item, and the body has no text for it.',
  no_such_sentence: 'The item has no sentence that says what the rule looks for.',
  no_departure_stated: 'No sentence of the item says that a named person leaves.',
  no_table_of_votes: 'The item has no table with votes for and against that could be read.',
  acceptance_time_unknown: 'The header does not give the time at which EDGAR accepted the filing.',
  amount_not_stated: 'No amount registered is stated, or several that differ.',
  before_terms_of_2004: 'The report was filed before August 23, 2004, when current reports had other terms.',
  capacity_not_stated: 'The prospectus does not state one amount that can be sold at the market.',
  date_of_report_after_filing: 'The date of the report lies after the filing date.',
  dates_not_in_header: 'The header does not give the end of the period or the filing date.',
  due_date_unknown:
    'The filer category is not tagged, and the date of the notice fits more than one due date.',
  filed_during_the_day: 'The report was accepted before 16:00 in New York.',
  maturities_not_tagged:
    'Cash, or what of long-term debt falls due in the next two years, is not tagged for the whole company, or in figures that differ.',
  no_item_with_a_term: 'The report has only items without a term, such as other events and exhibits.',
  no_notice_of_late_filing: 'No notice of late filing for the period of the report is held.',
  no_periodic_report_held: 'No periodic report of the company from the 460 days before is held.',
  no_reverse_split_reported: 'The items read do not speak of a reverse split.',
  no_split_takes_effect: 'A reverse split is spoken of, without words of taking effect beside one ratio.',
  not_reviewed: 'The staff writes that it does not review the filing.',
  nothing_bundled: 'The report has no adverse item beside results, Regulation FD disclosure or other events.',
  offering_not_described: 'The cover has no sentence on what is offered.',
  period_after_filing: 'The end of the period lies after the filing date.',
  review_not_closed: 'The letter does not say that the review is complete.',
  split_ratios_differ: 'Sentences on the reverse split state different ratios.',
  supplement_carries_report: 'The supplement only hands a report to holders of a prospectus.',
  auditor_not_tagged: 'The cover does not tag the auditor by its number, as annual reports should.',
  auditor_tags_not_in_force: 'The report is on a year that ended before auditors had to be tagged.',
  cover_not_tagged: 'No cover fact says which period the report is about.',
  cyber_not_tagged: 'The answers on cybersecurity are not tagged; that is not a no.',
  cyber_tags_not_in_force:
    'The report is on a year that ended before 15 December 2024, when answers on cybersecurity had to be tagged.',
  flag_not_in_force: 'The report was filed before the box was put on the cover.',
  flag_not_tagged: 'The box on the cover is not tagged; that is not a no.',
  no_audit_report: 'The amendment carries no report of an auditor.',
  no_customer_tagged:
    'No share of revenue is tagged for a single customer: none reaches 10 %, or it is not tagged. That is not zero.',
  no_earlier_cover: 'No cover of the age the rule needs is held.',
  no_identity_evaluated: 'The filing does not state the numbers of a single identity that could be checked.',
  no_plan_changed: 'The report says that no director or officer adopted or terminated a trading plan.',
  no_restatement_tagged: 'No number of the whole company is tagged as restated.',
  nothing_revised: 'Every number an earlier filing states as well is the same but for rounding.',
  nothing_stated_before: 'No earlier filing that is held states any of the numbers for the same period.',
  part_not_amended: 'The amendment does not carry the part of the report that would be tagged.',
  person_not_tagged: 'A trading plan was adopted or terminated, and no person is tagged with it.',
  plans_not_in_force: 'The period ended before trading plans of directors and officers had to be tagged.',
  plans_not_tagged: 'Whether trading plans were adopted or terminated is not tagged; that is not a no.',
  shares_not_tagged: 'The cover tags no number of shares, or classes of stock counted on different days.',
  splits_unknown:
    'Two reports that follow each other state no common year, or count it in a ratio that is no split, so that counts of then and now cannot be compared.',
  tenure_not_found:
    'The audit report does not say since when the auditor serves, or not in a form that is read.',
  tenure_not_in_force: 'The fiscal year ended before auditors had to say since when they serve.',
  tenures_differ: 'The audit reports of the filing name different years.',
  accruals_unchanged:
    'What is accrued for loss contingencies is the same as at the earlier day the report states.',
  attestation_unchanged:
    'The box on the attestation of the auditor is the same as in the report on the year before.',
  no_accrual_tagged: 'No amount accrued for a loss contingency is tagged.',
  no_report_on_year_before: 'No annual report on the year before that states what is compared is held.',
  no_segments_tagged: 'Fewer than two segments with revenue are tagged for one of the years.',
  policy_not_in_force:
    'The report is on a year that began before insider trading policies had to be disclosed.',
  policy_not_tagged: 'Whether there are insider trading policies is not tagged here; that is not a no.',
  segments_unchanged: 'Both reports state revenue for the same segments.',
  too_few_concepts: 'The filing tags fewer than 20 different elements.',
}

/** The sentence for a reason of the ledger; `undefined` for a code of another extractor. */
export function explainReason(reason: string): string | undefined {
  if (Object.hasOwn(outcomeReasons, reason)) return outcomeReasons[reason]
  if (Object.hasOwn(claudeReasons, reason)) return claudeReasons[reason]
  if (reason.startsWith('prior_')) {
    const sentence = explainReason(reason.slice('prior_'.length))
    return sentence && `Of the filing compared with: ${sentence}`
  }
  if (reason.startsWith('evidence_')) {
    return `A quote did not slice back exactly (${reason.slice('evidence_'.length).replaceAll('_', ' ')}).`
  }
  return undefined
}
