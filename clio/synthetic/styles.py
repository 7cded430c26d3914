"""From a topic to the turns of a conversation: what is said, in what order, and by what kind of hand."""

import random
from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

from clio.synthetic.grammar import Pick, Request, Topic, answered, expand, expand_noting
from clio.synthetic.hands import capitalised, ended, lowered, mistyped, opened, punctuated, reword, sloppy
from clio.synthetic.novelty import NO_SENTENCE_TWICE, Novelty, Staleness, least
from clio.synthetic.phrases import CLOSINGS, FAREWELLS, GREETINGS, SMALL_TALK, THANKS
from clio.synthetic.replies import reply, worded_reply

GRAVE = 3
"""From this concern on, nobody closes with thanks."""
COMMON = 0.25
"""How often somebody with a question of the request's own may also ask one that fits any request of the topic."""
_BEFORE_TERSE = "[||||||||help|quick question:]"
_AFTER_TERSE = "[|||||||?|??|pls|thanks]"
_ROUNDS = 3
"""First messages with their answers, and later questions with theirs, among which the freshest is taken."""


class Message(NamedTuple):
    """One turn."""

    role: str
    content: str


class Draft(NamedTuple):
    """A user turn, what answers it, and the request that it makes with the choices taken in it."""

    text: str
    answer: str
    request: Request | None = None
    picks: tuple[Pick, ...] = ()


class Voice(NamedTuple):
    """What a style needs to speak: the topic, its language and the random source."""

    topic: Topic
    language: str
    rng: random.Random

    def say(self, pattern: str) -> str:
        """One pattern expanded, reworded where the language allows it."""
        return self.worded(expand(pattern, self.rng))

    def worded(self, text: str) -> str:
        """The text reworded where the language allows it."""
        return reword(text, self.rng) if self.language == "en" else text

    def sentence(self, text: str) -> str:
        """The text as a sentence, capital first and a mark at the end."""
        return self.closed(capitalised(text))

    def closed(self, text: str) -> str:
        """The text with a mark at its end."""
        if self.language == "zh":
            return text if text.rstrip('"”')[-1:] in "。?!？！" else text + "。"
        return ended(text)

    def asked(self, text: str) -> str:
        """A request as a sentence; in English a question ends in a question mark, an instruction doesn't."""
        said = self.sentence(self.worded(text))
        return punctuated(said) if self.language == "en" else said

    def joined(self, parts: list[str]) -> str:
        """Sentences set beside each other."""
        return ("" if self.language == "zh" else " ").join(part for part in parts if part)

    def some(self, patterns: tuple[str, ...], chance: float) -> str:
        """One of the patterns as a sentence with the given chance, else nothing."""
        if not patterns or self.rng.random() >= chance:
            return ""
        return self.sentence(self.say(self.rng.choice(patterns)))


class Parts(NamedTuple):
    """The sentences of a first message, empty where there is none, and what comes after it."""

    situation: str
    ask: str
    wish: str
    request: Request
    picks: tuple[Pick, ...]

    def draft(self, text: str) -> Draft:
        """The first message as typed, with what belongs to it."""
        return Draft(text, "", self.request, self.picks)


def parts(voice: Voice, situation: float, wish: float, second: float = 0.0) -> Parts:
    """A request of the topic, with the given chances of a situation and of one or two wishes with it."""
    rng = voice.rng
    request = rng.choice(voice.topic.requests)
    ask, picks = expand_noting(request.ask, rng)
    wishes = rng.sample(request.wishes, min(2, len(request.wishes)))
    return Parts(
        voice.some(request.situations, situation),
        voice.asked(ask),
        voice.joined(
            [voice.some((said,), chance) for said, chance in zip(wishes, (wish, second), strict=False)]
        ),
        request,
        tuple(picks),
    )


def terse(voice: Voice) -> Draft:
    """Typed as into a search box."""
    rng = voice.rng
    text = expand(rng.choice(voice.topic.searches), rng)
    if voice.language == "en":
        after = expand(_AFTER_TERSE, rng)
        text = f"{expand(_BEFORE_TERSE, rng)} {text}{'' if after[:1] in ('', '?') else ' '}{after}".strip()
    return Draft(text.lower() if rng.random() < 0.55 else text, "")


def plain(voice: Voice) -> Draft:
    """One to three sentences in everyday prose."""
    rng = voice.rng
    said = parts(voice, 0.65, 0.3)
    first = rng.random() < 0.65
    order = [said.situation, said.ask, said.wish] if first else [said.ask, said.situation, said.wish]
    text = voice.joined(order)
    return said.draft(text.rstrip(".") if rng.random() < 0.3 else text)


def hasty(voice: Voice) -> Draft:
    """Short and careless."""
    said = parts(voice, 0.3, 0.1)
    text = voice.joined([said.situation, said.ask, said.wish])
    text = sloppy(text, voice.rng) if voice.language == "en" else text.lower().rstrip(".。")
    return said.draft(text)


def polite(voice: Voice) -> Draft:
    """With a greeting, thanks, or both."""
    rng = voice.rng
    greeting = capitalised(expand(rng.choice(GREETINGS[voice.language]), rng))
    draft = plain(voice)
    body = draft.text
    if greeting.endswith((",", ":")) and voice.language == "en":
        body = lowered(body)
    thankful = rng.random() < 0.6 and voice.topic.concern < GRAVE
    thanks = expand(rng.choice(THANKS[voice.language]), rng) if thankful else ""
    if voice.language == "zh":
        return draft._replace(text=greeting + voice.closed(body) + thanks)
    gap = rng.choice((" ", " ", "\n", "\n\n")) if greeting[-1] in ".,:!?" else "\n"
    return draft._replace(text=gap.join(part for part in (greeting, voice.closed(body), thanks) if part))


def long(voice: Voice) -> Draft:
    """A situation, the request, and mostly a condition or two."""
    rng = voice.rng
    said = parts(voice, 1.0, 1.0, second=0.85)
    order = (
        [said.situation, said.ask, said.wish]
        if rng.random() < 0.75
        else [said.ask, said.situation, said.wish]
    )
    text = voice.joined(order)
    if rng.random() < 0.25:
        text = text.replace(said.ask, f"\n\n{said.ask}").replace(" \n", "\n").strip()
    slips = voice.language == "en" and rng.random() < 0.2
    return said.draft(mistyped(text, rng, 1) if slips else text)


STYLES: tuple[tuple[Callable[[Voice], Draft], float], ...] = (
    (terse, 0.14),
    (hasty, 0.17),
    (plain, 0.25),
    (polite, 0.13),
    (long, 0.31),
)
"""Styles and how often each is used."""
_FUNCTIONS = [style for style, _ in STYLES]
_WEIGHTS = [weight for _, weight in STYLES]


def conversation(
    topic: Topic, language: str, rng: random.Random, addition: str = "", novelty: Novelty | None = None
) -> list[Message]:
    """All turns of one conversation about a topic; `addition` is a sentence put into its request."""
    voice = Voice(topic, language, rng)
    small_talk = rng.random() < 0.08
    style = plain if small_talk or addition else rng.choices(_FUNCTIONS, _WEIGHTS)[0]
    novelty = novelty or Novelty()
    _, draft = least((first_turns(voice, style, novelty) for _ in range(_ROUNDS)), NO_SENTENCE_TWICE)
    text = voice.joined([voice.closed(draft.text), addition]) if addition else draft.text
    messages: list[Message] = []
    if small_talk:
        opening = _freshest(partial(small_talked, voice), "answer", novelty, 6)[1]
        messages += [Message("user", opening.text), Message("assistant", opening.answer)]
    messages += [Message("user", text), Message("assistant", draft.answer)]
    for message in messages:
        novelty.note(message.content)
    waits = draft.answer.rstrip(")\"'»").endswith(("?", "？"))
    return messages if waits or not draft.request else [*messages, *later_turns(voice, draft, novelty)]


def later_turns(voice: Voice, draft: Draft, novelty: Novelty) -> list[Message]:
    """What follows an answer: often nothing, else up to two of the questions that fit it, and thanks."""
    rng = voice.rng
    if draft.request is None:
        return []
    own, common = draft.request.follow_ups, draft.request.later
    offered = rng.sample(own, len(own))
    if not own or rng.random() < COMMON:
        offered += rng.sample(common, len(common))
    messages: list[Message] = []
    turns = min(len(offered), rng.choices(range(3), (30, 50, 20))[0])
    for at in range(turns):
        pairs = offered[at::turns][:_ROUNDS]
        drafts = (later_turn(voice, draft.picks, pair, pair in own, novelty) for pair in pairs)
        _, turn = least(drafts, NO_SENTENCE_TWICE)
        messages += [Message("user", turn.text), Message("assistant", turn.answer)]
        novelty.note(turn.text)
        novelty.note(turn.answer)
    if voice.topic.concern < GRAVE and rng.random() < 0.2:
        closings = (closed(voice) for _ in range(12))
        _, last = least((novelty.staleness(f"{one.text}\n{one.answer}"), one) for one in closings)
        messages += [Message("user", last.text), Message("assistant", last.answer)]
        novelty.note(last.text)
        novelty.note(last.answer)
    return messages


def closed(voice: Voice) -> Draft:
    """Words after the last answer, and what is said back."""
    said, back = (voice.rng.choice(spoken[voice.language]) for spoken in (CLOSINGS, FAREWELLS))
    return Draft(expand(said, voice.rng), expand(back, voice.rng))


def small_talked(voice: Voice) -> Draft:
    """Words before the first request, and what is said back."""
    said, back = voice.rng.choice(SMALL_TALK[voice.language])
    return Draft(expand(said, voice.rng), expand(back, voice.rng))


def first_turns(voice: Voice, style: Callable[[Voice], Draft], novelty: Novelty) -> tuple[Staleness, Draft]:
    """A first message with its answer, the freshest wording of both."""
    asked, draft = _freshest(partial(style, voice), "text", novelty, 14)
    said, draft = _freshest(partial(replied, voice, draft), "answer", novelty, 14)
    return asked.beside(said), draft


def later_turn(
    voice: Voice, picks: tuple[Pick, ...], pair: tuple[str, str], own: bool, novelty: Novelty
) -> tuple[Staleness, Draft]:
    """A later question with its answer, the freshest wording of both."""
    asked, turn = _freshest(partial(later_draft, voice, picks, pair, own), "text", novelty, 6)
    said, turn = _freshest(partial(later_reply, voice, pair, turn), "answer", novelty, 6)
    return asked.beside(said), turn


def _freshest(
    draft: Callable[[], Draft], side: Literal["text", "answer"], novelty: Novelty, attempts: int
) -> tuple[Staleness, Draft]:
    """The freshest of at most so many drafts by one of their sides; stops at the first that is all new."""
    drafts = (draft() for _ in range(attempts))
    return least((novelty.staleness(getattr(one, side)), one) for one in drafts)


def later_draft(voice: Voice, picks: tuple[Pick, ...], pair: tuple[str, str], own: bool) -> Draft:
    """One way to ask a later question, and the choices its answer may refer to: the request's or its own."""
    rng = voice.rng
    if own:
        asked, taken = answered(pair[0], picks, rng), picks
    else:
        asked, noted = expand_noting(pair[0], rng)
        taken = tuple(noted)
    asked = voice.worded(asked)
    asked = sloppy(asked, rng) if voice.language == "en" and rng.random() < 0.35 else asked
    return Draft(asked, "", None, taken)


def later_reply(voice: Voice, pair: tuple[str, str], turn: Draft) -> Draft:
    """The later question with one way to answer it."""
    said = opened(answered(pair[1], turn.picks, voice.rng))
    return turn._replace(answer=worded_reply(said, voice.language, voice.rng))


def replied(voice: Voice, draft: Draft) -> Draft:
    """The first message with one way to answer it."""
    topic, rng = voice.topic, voice.rng
    if draft.request is None:
        said = capitalised(expand(rng.choice(topic.search_answers), rng))
        return draft._replace(answer=worded_reply(said, voice.language, rng))
    instructed = topic.concern < GRAVE and "?" not in draft.request.ask
    return draft._replace(answer=reply(draft.request, draft.picks, voice.language, rng, instructed))
