type AddressPart =
  | 'Address1'
  | 'Address2'
  | 'Address3'
  | 'Address4'
  | 'City'
  | 'County'
  | 'Country'
  | 'PostalCode'
  | 'Province'
  | 'State';

/** A standard field of a customer profile, or an attribute of one's own. */
export type ProfileField =
  | 'FirstName'
  | 'MiddleName'
  | 'LastName'
  | 'PhoneNumber'
  | 'MobilePhoneNumber'
  | 'HomePhoneNumber'
  | 'BusinessPhoneNumber'
  | 'EmailAddress'
  | 'BusinessEmailAddress'
  | 'AccountNumber'
  | 'AdditionalInformation'
  | 'PartyType'
  | 'BusinessName'
  | 'BirthDate'
  | 'Gender'
  | `${'' | 'Shipping' | 'Mailing' | 'Billing'}${AddressPart}`
  | `Attributes.${string}`;
