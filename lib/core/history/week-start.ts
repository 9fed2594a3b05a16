/** Regions whose week begins on Sunday or Saturday, of those whose languages this extension speaks (CLDR 47). */
const SUNDAY =
  'AG AS BR BS BW BZ CA CO DM DO GT GU HN IN JM KE MH MO MX MZ NI PA PE PH PK PR PT PY SG SV TT UM US VE VI WS ZA ZW';
const SATURDAY = 'AE BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';

/** What newer browsers know of a language (ECMA-402, Intl Locale Info). */
interface WeekInfo {
  firstDay: number;
}

/**
 * On which day a week begins: 1 for Monday to 7 for Sunday.
 * @param language BCP 47, if possible with the region: "pt-BR"
 * @param preferred the user's own choice; left out: as the language has it
 */
export function firstDayOfWeek(language: string, preferred?: number): number {
  if (preferred !== undefined) return preferred;
  const locale: Intl.Locale & { getWeekInfo?(): WeekInfo; weekInfo?: WeekInfo } = new Intl.Locale(
    language,
  );
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: null };
  if (firstDay !== null) return firstDay;
  const { region = '' } = locale.maximize();
  if (SUNDAY.split(' ').includes(region)) return 7;
  return SATURDAY.split(' ').includes(region) ? 6 : 1;
}
