"""The shape of the files that hold kinds, words and rules; see ``names`` for the name lists."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from data.toml_file import Entry

Words = tuple[str, ...]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]


class Example(Entry):
    """A made-up sentence and all the facts it must yield, each as a part of its record."""

    text: str
    facts: tuple[dict[str, Any], ...]


Examples = tuple[Example, ...]


class Kind(Entry):
    """A kind of fact, as screens and files present it."""

    label: str
    number: bool
    unit: str | None = None
    colour: Literal["blue", "red", "orange", "green", "yellow", "purple", "grey"]
    icon: str
    definition: str


class Anaphor(Entry):
    """Words that stand for the last name of a type."""

    type: Literal["person", "armed-group", "country"]
    phrases: Words


class Anaphora(Entry):
    """Schema of ``anaphora.toml``."""

    anaphor: tuple[Anaphor, ...]


class Boilerplate(Entry):
    """Phrases of lines that are about the page."""

    phrases: Words
    examples: Words
    counterexamples: Words


class SentenceRules(Entry):
    """Schema of ``sentences.toml``."""

    abbreviations: Words
    bullets: Words
    boilerplate: tuple[Boilerplate, ...]


class PercentWords(Entry):
    """Words for percent."""

    words: Words


class NotCounts(Entry):
    """Neighbours of a number that counts nothing in the world."""

    followed_by: Words
    preceded_by: Words


class Numbers(Entry):
    """Schema of ``numbers.toml``; values are plain numbers, fractions in percent."""

    unit_words: Words
    words: dict[str, int]
    scales: dict[str, int]
    fractions: dict[str, float]
    vague: dict[str, int]
    percent: PercentWords
    measures: dict[str, str]
    currencies: dict[str, str]
    not_counts: NotCounts


class QualifierEntry(Entry):
    """Phrases that bound a number and the side they stand on."""

    name: Literal["over", "at_least", "under", "up_to", "about"]
    side: Literal["before", "after"]
    phrases: Words
    examples: Words


class Qualifiers(Entry):
    """Schema of ``qualifiers.toml``."""

    qualifier: tuple[QualifierEntry, ...]


class NounClass(Entry):
    """Countable nouns of one class and the kind and unit of a count of them."""

    name: Annotated[str, Field(alias="class")]
    kind: str
    unit: str
    words: Words
    plurals: Words
    examples: Words


class Denominator(Entry):
    """What a share is a share of, and the kind of fact that makes."""

    name: Annotated[str, Field(alias="class")]
    kind: str
    phrases: Words


class Nouns(Entry):
    """Schema of ``nouns.toml``."""

    noun: tuple[NounClass, ...]
    denominator: tuple[Denominator, ...]


class Verb(Entry):
    """What a verb says about what is counted; keys are explained in ``verbs.toml``."""

    lemma: str
    forms: Words
    action: str
    counted: Literal["subject", "object"]
    kinds: dict[str, str] = Field(default={})
    motion: bool = False
    flight: bool = False
    home: bool = False
    holds: bool = False
    examples: Examples


class Verbs(Entry):
    """Schema of ``verbs.toml``."""

    verb: tuple[Verb, ...]


class WordList(Entry):
    """A plain list of words."""

    words: Words


class Saying(Entry):
    """A verb of saying and its irregular forms; ``doubts`` if using it keeps a distance."""

    lemma: str
    forms: Words
    doubts: bool = False


class Phrases(Entry):
    """A plain list of phrases."""

    phrases: Words


class Attribution(Entry):
    """Schema of ``attribution.toml``."""

    saying: tuple[Saying, ...]
    according: Phrases
    carried: Phrases
    hedges: Phrases
    speakers: WordList
    example: Examples


class TimeRule(Entry):
    """A pattern of a calendar expression; keys are explained in ``times.toml``."""

    id: Slug
    near: Literal["month", "weekday", "year", "unit"]
    pattern: str
    resolver: str
    offset: int = 0
    alone: bool = False
    spoken: bool = False
    examples: tuple[Words, ...]


class Tense(Entry):
    """Patterns that tell whether what a sentence says lies ahead."""

    ahead: Words
    past: Words


class Dating(Entry):
    """Words that tell which expression dates a claim; keys are explained in ``times.toml``."""

    timeless: Words
    measuring: Words
    report_words: Words
    report_nouns: Words
    superlatives: Words
    agreements: Words
    comparisons: Words
    joiners: Words
    same_time: Words
    compared: Words
    parts_of: Words
    conjunctions: Words
    limits: Words
    pronouns: Words
    present: Words
    events: Words
    same_event: Words


class TimePattern(Entry):
    """A pattern written as in time rules."""

    pattern: str


class Times(Entry):
    """Schema of ``times.toml``."""

    months: dict[str, int]
    solar_months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    counts: dict[str, int]
    ordinals: dict[str, int]
    seasons: dict[str, int]
    parts: dict[str, Literal["early", "middle", "late", "end"]]
    words: WordList
    leads: WordList
    capitalised: WordList
    relations: dict[Literal["since", "by", "before", "after"], Words]
    dating: Dating
    tense: Tense
    weekday_before: TimePattern
    fragments: dict[str, str]
    time: tuple[TimeRule, ...]


class Grammar(Entry):
    """Schema of ``grammar.toml``: the small words the parser steers by."""

    prepositions: Words
    to_place: Words
    from_place: Words
    auxiliaries: Words
    passive: Words
    modals: Words
    negations: Words
    possibility: Words
    none_words: Words
    denials: Words
    intentions: Words
    participle_endings: Words
    directions: Words
    describing_suffixes: Words
    subordinators: Words
    conditions: Words
    adverbs: Words
    object_control: Words
    object_control_forms: Words
    support_verbs: Words
    relatives: Words
    determiners: Words
    possessives: Words
    province_words: Words
    town_words: Words
    border_words: Words
    coordinators: Words
    conjunctions: Words


class Statement(Entry):
    """A rule for claims without a number; keys are explained in ``statements.toml``."""

    id: Slug
    kind: str
    verbs: dict[str, str] = Field(default={})
    nouns: dict[str, str] = Field(default={})
    adjectives: dict[str, str] = Field(default={})
    subject: Literal["actor", "delegate", "speaker", "holder"]
    needs: Literal[
        "content", "place", "town", "party", "holder", "copula", "past", "facility", "nothing"
    ]
    real: bool = True
    examples: Examples


class Statements(Entry):
    """Schema of ``statements.toml``."""

    irregular: dict[str, Words]
    opposites: dict[str, str]
    statement: tuple[Statement, ...]
    facilities: WordList
    delegates: WordList
    amounts: WordList
