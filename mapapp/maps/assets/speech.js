// What the program says, in the language of the reader: patterns are literals, whole sentences with names in braces, and
// their translations come from the catalogues (mapapp/words/scripts.py). English needs none.
"use strict";

/** @type {Spoken} */
mapapp.ENGLISH = { language: "en", direction: "ltr", said: {} };

/** Languages that group digits as Russian does (CLDR), of which Chromium has no data. */
mapapp.AS_RUSSIAN = ["kk", "ky", "tg", "tk", "uz"];

/**
 * How a language writes numbers and dates. The one that nobody speaks writes them as English does.
 * @param {string} language
 */
mapapp.formatsOf = (language) => {
  const code = language === "xx" ? "en" : language;
  const grouped = mapapp.AS_RUSSIAN.includes(code) ? "ru" : code;
  const decimal = new Intl.NumberFormat(grouped, { maximumFractionDigits: 3 });
  return { locale: code === "en" ? "en-GB" : code, decimal, category: new Intl.PluralRules(code) };
};
mapapp.speech = mapapp.ENGLISH;
mapapp.formats = mapapp.formatsOf("en"); // kept, as making one takes long

/**
 * Speak a language from now on.
 * @param {Spoken} [words] nothing for English
 */
mapapp.speak = (words = mapapp.ENGLISH) => {
  if (words.language !== mapapp.speech.language) mapapp.formats = mapapp.formatsOf(words.language);
  mapapp.speech = words;
};

/**
 * A number with its thousands apart.
 * @param {number} value
 */
mapapp.number = (value) => mapapp.formats.decimal.format(value);

/**
 * A pattern with values at its names in braces. A value is never read as a pattern, and one that ends with a full stop
 * (a Russian date does) ends the sentence with that one.
 * @param {string} pattern
 * @param {Record<string, string | number>} values numbers are counts; a year is given as text
 */
mapapp.filled = (pattern, values) =>
  pattern.replace(/\{(\w+)\}(\.(?= |$))?/g, (_, name, stop = "") => {
    const value = values[name];
    const said = typeof value === "number" ? mapapp.number(value) : mapapp.isolated(value);
    return String(said).endsWith(".") ? said : said + stop;
  });

/**
 * A sentence in the reader's language.
 * @param {string} pattern
 * @param {Record<string, string | number>} [values]
 */
mapapp.tr = (pattern, values = {}) => {
  const said = mapapp.speech.said[pattern] || pattern;
  return mapapp.filled(typeof said === "string" ? said : said.other || pattern, values);
};

/**
 * A sentence whose English is ambiguous: the context tells translators what is meant.
 * @param {string} context
 * @param {string} pattern
 */
mapapp.in_context = (context, pattern) => {
  const said = mapapp.speech.said[`${context}\u0004${pattern}`];
  return typeof said === "string" ? said : pattern;
};

/**
 * A sentence about so many things; `{n}` in the patterns is the number.
 * @param {number} n
 * @param {string} one
 * @param {string} several
 * @param {Record<string, string | number>} [values]
 */
mapapp.plural = (n, one, several, values = {}) => {
  const said = mapapp.speech.said[one];
  const forms = typeof said === "string" ? { other: said } : said || { one, other: several };
  const pattern = forms[mapapp.formats.category.select(n)] || forms.other || several;
  return mapapp.filled(pattern, { n, ...values });
};

/** The sign between words in a row, with the space behind it. */
mapapp.comma = () => (mapapp.speech.direction === "rtl" ? "، " : ", ");

/** Letters that run against the direction of the language. */
mapapp.AGAINST = { ltr: /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/, rtl: /[A-Za-z\u00c0-\u052f]/ };

/**
 * A text that stands beside others in a line: one with letters that run the other way is shut off from them, so that
 * neither their order nor the signs between them change (Unicode Standard Annex 9, FSI and PDI).
 * @param {string} text
 */
mapapp.isolated = (text) => (mapapp.AGAINST[mapapp.speech.direction].test(text) ? `\u2068${text}\u2069` : text);

/**
 * What is not empty, beside each other: between commas or another sign.
 * @param {(string | null | undefined)[]} parts
 * @param {string} [sign]
 */
mapapp.series = (parts, sign = mapapp.comma()) => {
  const there = parts.filter((part) => typeof part === "string" && part !== "");
  return there.length > 1 ? there.map((part) => mapapp.isolated(part || "")).join(sign) : there.join("");
};

/**
 * The word for what became of an event or a visit; the text itself where it is none.
 * @param {string} [status]
 */
mapapp.statusWord = (status = "") => {
  /** @type {Record<string, string>} */
  const words = {
    announced: mapapp.in_context("status of an event", "announced"),
    confirmed: mapapp.in_context("status of an event", "confirmed"),
    held: mapapp.in_context("status of an event", "held"),
    postponed: mapapp.in_context("status of an event", "postponed"),
    cancelled: mapapp.in_context("status of an event", "cancelled"),
  };
  return words[status] || status;
};

/**
 * Days and dates as the language writes them, in whatever time zone they are counted: that of none.
 * @param {Intl.DateTimeFormatOptions} form
 */
mapapp.dates = (form) => {
  const key = mapapp.speech.language + JSON.stringify(form);
  mapapp.keptDates[key] ??= mapapp.datesOf(form);
  return mapapp.keptDates[key];
};

/** @param {Intl.DateTimeFormatOptions} form */
mapapp.datesOf = (form) => {
  const { language, names } = mapapp.speech;
  const month = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" }).format(new Date(0));
  if (names && /^M\d/.test(month)) return new mapapp.NamedDates(form, names); // Chromium names no month in Kazakh
  return new Intl.DateTimeFormat(mapapp.formats.locale, { ...form, timeZone: "UTC" });
};

/**
 * The month to stand below the number of a day, in the case that a day asks for: "мар." and not "март".
 * @param {number} day
 */
mapapp.monthOf = (day) => {
  const format = mapapp.dates({ day: "numeric", month: "short" });
  if (!(format instanceof Intl.DateTimeFormat)) return mapapp.dates({ month: "short" }).format(new Date(day * 864e5));
  return format.formatToParts(new Date(day * 864e5)).find((part) => part.type === "month")?.value || "";
};

/** Kept, as making one takes longer than drawing a frame of the timeline. */
mapapp.keptDates = /** @type {Record<string, ReturnType<typeof mapapp.datesOf>>} */ ({});

/** What Intl does, in a language that the browser does not know: day, month and year in this order. */
mapapp.NamedDates = class {
  /**
   * @param {Intl.DateTimeFormatOptions} form
   * @param {NonNullable<Spoken["names"]>} names
   */
  constructor(form, names) {
    this.form = form;
    this.names = names;
  }

  /** @param {Date} date */
  format(date) {
    const { weekday, day, month, year } = this.form;
    const { names } = this;
    const days = weekday === "long" ? names.weekday : names.day;
    const months = month === "long" ? names.month : names.mon;
    const parts = [day && date.getUTCDate(), month && months[date.getUTCMonth()], year && date.getUTCFullYear()];
    const said = parts.filter(Boolean).join(" ");
    return weekday ? `${days[(date.getUTCDay() + 6) % 7]}, ${said}` : said;
  }

  /**
   * @param {Date} first
   * @param {Date} last
   */
  formatRange(first, last) {
    const ends = [this.format(first), this.format(last)];
    return [...new Set(ends)].join(" – ");
  }
};
