/** Where CLDR 48 has weeks begin on Sunday or Saturday: for browsers that do not tell. Elsewhere it is Monday. */
const SUNDAY =
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW';
const SATURDAY = 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';

/** Chromium has had two names for it. Firefox has neither, at least until version 140. */
interface WeekLocale extends Pick<Intl.Locale, 'maximize'> {
  getWeekInfo?(): { firstDay: number };
  weekInfo?: { firstDay: number };
}

/**
 * On which day weeks begin where a language is spoken.
 * @param language BCP 47: "en-GB"; without a region, that of most of its speakers counts
 * @returns 1 for Monday to 7 for Sunday
 */
export function weekStartOf(language: string): number {
  const locale: WeekLocale = new Intl.Locale(language);
  const { firstDay = tabled(locale) } = locale.getWeekInfo?.() ?? locale.weekInfo ?? {};
  return firstDay;
}

function tabled(locale: WeekLocale): number {
  const { region = '' } = locale.maximize();
  if (SUNDAY.split(' ').includes(region)) return 7;
  return SATURDAY.split(' ').includes(region) ? 6 : 1;
}
