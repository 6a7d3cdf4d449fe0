"""The shape of ``attribution.toml``: who says so, who carries it, what the text doubts."""

from __future__ import annotations

from typing import Literal

from data.entry import Entry
from data.lexicon.schema import Examples, InOrder, Phrases, WordList, Words, WordSet


class Saying(Entry, keys={"complement": "with"}):
    """A verb of saying; keys are explained in ``attribution.toml``."""

    lemma: str
    forms: Words
    subject: Literal["anyone", "speaker", "record", "press"] = "anyone"
    complement: Words = ()
    opens: Words = ()
    unless: Words = ()
    states: bool = True
    soon: bool = False
    strictly: bool = False
    of_persons: bool = False
    promises: bool = False
    doubts: bool = False


class BodyNouns(Entry):
    """Nouns for bodies in the singular, with the plurals that are irregular.

    ``generic`` may stand for one named by an acronym or a name of its own: "the organization" is
    UNHCR; ``private`` ones are no armed group, as those beside a word of ``armed`` are.
    ``alliances`` stand for those of some actor codes. A name with one of ``named`` in it is
    that of a body and of nobody: "Human Rights Watch".
    """

    words: Words
    plurals: Words = ()
    generic: Words = ()
    private: WordSet
    companies: WordSet
    armed: WordSet
    alliances: dict[str, Words]
    named: WordSet


class SpeakerNouns(Entry):
    """Nouns in the singular, with the plurals that are irregular.

    ``deputies`` always speak for somebody: "a spokesman" is that of whoever was named.
    ``generic`` may stand for anyone named in another role: "the official" is the spokesman.
    Nobody has two of ``offices``; ``epithets`` may stand for anyone who bears a name.
    """

    words: Words
    plurals: Words = ()
    deputies: Words = ()
    offices: WordSet
    epithets: WordSet
    generic: Words = ()


class Reckoning(Entry):
    """Nouns for a reckoning, adjectives between one and its owner, and those that only count.

    Those of ``telling`` do it with a word of ``told`` behind their verb. ``owned`` are possessives
    in front of one, by what their owner stands for.
    """

    words: Words
    modifiers: Words
    counting: Words
    judging: WordSet
    telling: WordSet
    told: WordSet
    owned: dict[str, Literal["person", "body", "group"]]


class Media(Entry):
    """Nouns for media, their people, those that may stand for a named one, and names of some.

    ``freelance`` people are none of a medium's own, whose words are the medium's.
    """

    words: Words
    freelance: WordSet
    people: Words
    generic: Words
    names: Words


class Records(Entry):
    """Nouns for documents and figures, and what links them to whose they are.

    Behind "the" and one of ``newest`` a document is none that was named before, and nobody's but
    for those of ``conducted``. A medium stands behind one of ``seen`` and one of ``to_whom``.
    ``put_out`` are verbs in front of which their maker stands.
    """

    words: Words
    plurals: Words
    by: Words
    made: Words
    seen: WordSet
    found: WordSet
    to_whom: WordSet
    conducted: WordSet
    images: WordSet
    put_out: WordSet
    issued: WordSet
    newest: Words


class Pronouns(Entry):
    """Pronouns by what they stand for; ``nobody`` never stand for a source."""

    person: Words
    body: Words
    group: Words
    nobody: Words


class Meeting(Entry):
    """Words of a sentence that tells whom its writer met; ``links`` stand behind the verb."""

    writers: WordSet
    verbs: WordSet
    links: WordSet


class SourceGrammar(Entry):
    """Small words that bound sources and what they claim; see ``attribution.toml``."""

    particles: Words
    plural_names: Words
    speech: Words
    passive_endings: Words
    verbal: Words
    nouns: Words
    measures: Words
    claimed: Words
    given: Words
    ordering: Words
    able: Words
    sure: Words
    colleagues: WordSet
    ours: Words
    definite: Words
    relatives: Words
    pointing: Words
    sharing: Words
    persons: WordSet
    at: Words
    occasion_openers: Words
    told: Words
    in_times: WordSet
    claims: Words
    ends: Words
    breaks: Words
    describing: Words
    never_first: Words
    noun_openers: Words
    compounds: Words
    silent: Words
    noun_tails: Words
    finite: Words
    never_finite: Words
    conditions: Words
    speaking_times: WordSet
    recipients: Words
    rubrics: Words
    attacks: WordSet
    against: WordSet
    links: WordSet
    naming: Words
    identifying: WordSet
    quoted: WordSet
    states: Words
    joins: Words
    contrasts: Words
    announcing: Words
    issuing: Words
    asides: Words
    settings: Words
    adding: WordSet
    inserting: Words
    behind_source: Words
    helping: Words
    never_helping: Words
    never_adverbs: Words
    not_described: WordSet


class State(Entry):
    """Words of whoever speaks for a state.

    Of ``roles`` one has to name the source; those of ``local`` are at home where the sentence
    tells of; those of ``abroad`` are not at home where they stand; ``never`` speaks for no state,
    nor does one of ``movements``, whosever country it bears the name of.
    Whom somebody serves stands beside one of ``serving``, unless they are ``former``.
    """

    roles: Words
    local: Words
    abroad: Words
    never: Words
    movements: Words
    initials: WordSet
    seated: WordSet
    serving: WordSet
    former: WordSet


class Transcript(Entry):
    """Words of the labels in front of who speaks in a transcript."""

    titles: Words
    askers: Words
    links: WordSet


class Headings(Entry):
    """Words of a heading that says whose words the text is."""

    words: Words
    made: Words
    hold: Words
    first_person: Words
    minutes: Words


class Continued(Entry):
    """How a sentence goes on with what the one before says, in its opening or anywhere.

    It does, too, with a number and ``more`` in front, or one of ``modals`` as its first verb.
    Behind an opening, a word of ``unless`` begins something else.
    """

    opening: Words
    inside: Words
    modals: Words
    more: Words
    parts: Words
    unless: Words
    turns: Words
    wholes: WordSet
    vague: WordSet
    own: WordSet
    amounting: Words
    in_person: WordSet
    spoke: WordSet
    counting: Words
    wishes: WordSet


class Said(Entry):
    """A made-up text and who says each of its numbers, in order; empty for nobody."""

    text: str
    by: InOrder


class Attribution(Entry):
    """Schema of ``attribution.toml``."""

    saying: tuple[Saying, ...]
    stating: tuple[Saying, ...]
    according: Phrases
    citing: Phrases
    per: Phrases
    carried: Phrases
    quoting: WordList
    hedges: Phrases
    reckoning: Reckoning
    people: SpeakerNouns
    bodies: BodyNouns
    media: Media
    records: Records
    pronouns: Pronouns
    occasions: WordList
    articles: WordList
    titles: WordList
    meeting: Meeting
    grammar: SourceGrammar
    state: State
    transcript: Transcript
    headings: Headings
    adjectives: WordList
    continued: Continued
    said: tuple[Said, ...]
    example: Examples
