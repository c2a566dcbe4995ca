"""What the form makes of what is typed: a name out of place and industry, a date in both calendars."""

from datetime import date

from engine.interview.dates import read_date
from engine.model.text import Lang
from engine.report.dates import fiscal_year_in_words, in_words
from engine.store.areas import lookup


def made_name(codes: tuple[str, ...], industry: str) -> str:
    """A name out of the first place and the industry: 北上市の電子部品・デバイス. Empty where either is missing."""
    place = next((area for area in map(lookup, codes[:1]) if area), None)
    return f"{place.city_of_ward}{place.name}の{industry}" if place and industry else ""


def date_in_words(text: str, lang: Lang) -> str:
    """The day that was typed in both calendars, with its fiscal year; empty while it is no date."""
    day = read_date(text)
    return f"{in_words(day, lang)}  {fiscal_year_in_words(day, lang)}" if isinstance(day, date) else ""
