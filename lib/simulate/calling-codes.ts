/** Country calling codes by two-letter country code. Source: ITU-T E.164 assignments. */
const TABLE =
  'AE971 AR54 AT43 AU61 BA387 BD880 BE32 BG359 BH973 BO591 BR55 BY375 CA1 CH41 CL56 CN86 CO57 CR506 CY357 CZ420 DE49 ' +
  'DK45 DO1 DZ213 EC593 EE372 EG20 ES34 FI358 FR33 GB44 GE995 GH233 GR30 GT502 HK852 HN504 HR385 HU36 ID62 IE353 IL972 ' +
  'IN91 IQ964 IS354 IT39 JM1 JO962 JP81 KE254 KR82 KW965 KZ7 LB961 LK94 LT370 LU352 LV371 MA212 MD373 ME382 MK389 MO853 ' +
  'MT356 MX52 MY60 NG234 NI505 NL31 NO47 NP977 NZ64 OM968 PA507 PE51 PH63 PK92 PL48 PR1 PT351 PY595 QA974 RO40 RS381 ' +
  'RU7 SA966 SE46 SG65 SI386 SK421 SV503 TH66 TN216 TR90 TT1 TW886 TZ255 UA380 UG256 US1 UY598 UZ998 VE58 VN84 ZA27';

const CODES: ReadonlyMap<string, string> = new Map(
  TABLE.split(' ').map((entry) => [entry.slice(0, 2), entry.slice(2)] as const),
);

/** Countries whose numbers keep the leading zero. */
const KEEPS_ZERO: readonly string[] = ['IT'];

/** A number as dialled inside a country, in E.164; as it is where the country is not known. */
export const international = (digits: string, country: string): string => {
  const code = CODES.get(country.toUpperCase());
  if (code === undefined || digits.startsWith('+')) return digits;
  const national = KEEPS_ZERO.includes(country) ? digits : digits.replace(/^0/, '');
  const hasCode = code === '1' && /^1\d{10}$/.test(national);
  return hasCode ? `+${national}` : `+${code}${national}`;
};
