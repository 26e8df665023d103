import type { FormElement } from '../form-xml/form-xml.ts'
import { text } from '../form-xml/values.ts'
import type { Address } from './offering.ts'

/** The address in an element, whose parts every form names alike. */
export function addressOf(element: FormElement | undefined): Address {
  return {
    street1: text(element, 'street1'),
    street2: text(element, 'street2'),
    city: text(element, 'city'),
    state_or_country: text(element, 'stateOrCountry'),
    state_or_country_description: text(element, 'stateOrCountryDescription'),
    zip_code: text(element, 'zipCode'),
  }
}
