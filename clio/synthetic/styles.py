"""From a topic to the turns of a conversation: what is said, in what order, and by what kind of hand."""

import random
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from clio.synthetic.grammar import Topic, expand
from clio.synthetic.hands import capitalised, ended, lowered, mistyped, reword, sloppy
from clio.synthetic.phrases import CLARIFYING, FOLLOWUPS, GREETINGS, REPLIES, SMALL_TALK, THANKS, WELCOMES

GRAVE = 3
"""From this concern on, later turns stay with the topic's own words and answers."""
_BEFORE_TERSE = "[||||||help|quick question:|looking for]"
_AFTER_TERSE = "[|||||?|??|pls|asap|thanks|for me|{year}]"
_COMMON = re.compile(
    r"about|again|before|below|could|doesn|first|their|there|these|thing|those|three|would|which"
)
_WORDS = re.compile(r"[\w']+")


class Message(NamedTuple):
    """One turn."""

    role: str
    content: str


class Voice(NamedTuple):
    """What a style needs to speak: the topic, its language and the random source."""

    topic: Topic
    language: str
    rng: random.Random

    def say(self, patterns: tuple[str, ...]) -> str:
        """One pattern expanded, reworded where the language allows it."""
        text = expand(self.rng.choice(patterns), self.rng)
        return reword(text, self.rng) if self.language == "en" else text

    def sentence(self, patterns: tuple[str, ...]) -> str:
        """One pattern as a sentence, capital first and a mark at the end."""
        return self.closed(capitalised(self.say(patterns)))

    def closed(self, text: str) -> str:
        """The text with a mark at its end."""
        if self.language == "zh":
            return text if text[-1] in "。?!？！" else text + "。"
        return ended(text)

    def joined(self, parts: list[str]) -> str:
        """Sentences set beside each other."""
        return ("" if self.language == "zh" else " ").join(part for part in parts if part)

    def maybe(self, chance: float, patterns: tuple[str, ...]) -> str:
        """A sentence with the given chance, else nothing."""
        return self.sentence(patterns) if self.rng.random() < chance else ""


def terse(voice: Voice) -> str:
    """Typed as into a search box."""
    text = expand(voice.rng.choice(voice.topic.terse), voice.rng)
    if voice.rng.random() < 0.12:
        text = f"{text}, {voice.say(voice.topic.details)}".rstrip(".")
    if voice.language == "en":
        before, after = expand(_BEFORE_TERSE, voice.rng), expand(_AFTER_TERSE, voice.rng)
        text = f"{before} {text}{'' if after[:1] in ('', '?') else ' '}{after}".strip()
    return text.lower() if voice.rng.random() < 0.55 else text


def plain(voice: Voice) -> str:
    """One to three sentences in everyday prose."""
    topic, rng = voice.topic, voice.rng
    ask, context = voice.sentence(topic.asks), voice.maybe(0.55, topic.contexts)
    detail = voice.maybe(0.3, topic.details)
    order = [context, ask, detail] if rng.random() < 0.65 else [ask, context, detail]
    text = voice.joined(order)
    return text.rstrip(".") if rng.random() < 0.3 else text


def hasty(voice: Voice) -> str:
    """Short and careless."""
    topic = voice.topic
    parts = [voice.maybe(0.35, topic.contexts), voice.sentence(topic.asks), voice.maybe(0.2, topic.details)]
    text = voice.joined(parts)
    return sloppy(text, voice.rng) if voice.language == "en" else text.lower().rstrip(".。")


def polite(voice: Voice) -> str:
    """With a greeting, thanks, or both."""
    greeting = capitalised(expand(voice.rng.choice(GREETINGS[voice.language]), voice.rng))
    body = plain(voice)
    if greeting.endswith((",", ":")) and voice.language == "en":
        body = lowered(body)
    thanks = expand(voice.rng.choice(THANKS[voice.language]), voice.rng) if voice.rng.random() < 0.6 else ""
    if voice.language == "zh":
        return greeting + body + thanks
    gap = voice.rng.choice((" ", " ", "\n", "\n\n")) if greeting[-1] in ".,:!?" else "\n"
    return gap.join(part for part in (greeting, voice.closed(body), thanks) if part)


def long(voice: Voice) -> str:
    """Two or three sentences of situation, the request, and conditions."""
    topic, rng = voice.topic, voice.rng
    contexts = [voice.sentence((pattern,)) for pattern in rng.sample(topic.contexts, rng.choice((2, 2, 3)))]
    details = [voice.sentence((pattern,)) for pattern in rng.sample(topic.details, rng.choice((1, 1, 2)))]
    ask = voice.sentence(topic.asks)
    if rng.random() < 0.25:
        parts = [ask, *contexts, *details]
    elif rng.random() < 0.3:
        parts = [*contexts[:1], ask, *contexts[1:], *details]
    else:
        parts = [*contexts, ask, *details]
    text = voice.joined(parts)
    if rng.random() < 0.25:
        text = text.replace(ask, f"\n\n{ask}").replace(" \n", "\n").strip()
    return mistyped(text, rng, 1) if voice.language == "en" and rng.random() < 0.2 else text


STYLES: tuple[tuple[Callable[[Voice], str], float], ...] = (
    (terse, 0.17),
    (hasty, 0.2),
    (plain, 0.31),
    (polite, 0.13),
    (long, 0.19),
)
"""Styles and how often each is used."""
_FUNCTIONS = [style for style, _ in STYLES]
_WEIGHTS = [weight for _, weight in STYLES]


class Novelty:
    """Prefers, among several drafts, the one that repeats the fewest runs of words said before on the topic.

    It forgets everything when it has collected `capacity` runs, so memory is bounded.
    """

    def __init__(self, capacity: int = 8000) -> None:
        self.capacity = capacity
        self._seen: set[str] = set()

    def best(self, draft: Callable[[], str], attempts: int = 8) -> str:
        """The freshest of at most so many drafts; stops at the first without a repetition."""
        chosen, chosen_runs, fewest = "", set[str](), 10**9
        for _ in range(attempts):
            text = draft()
            runs = word_runs(text)
            repeated = len(runs & self._seen)
            if repeated < fewest:
                chosen, chosen_runs, fewest = text, runs, repeated
            if repeated == 0:
                break
        if len(self._seen) > self.capacity:
            self._seen.clear()
        self._seen |= chosen_runs
        return chosen


def word_runs(text: str, length: int = 6) -> set[str]:
    """All runs of so many consecutive words, in lower case; a shorter text is one run."""
    words = _WORDS.findall(text.lower())
    return {" ".join(words[at : at + length]) for at in range(max(1, len(words) - length + 1))}


def conversation(
    topic: Topic, language: str, rng: random.Random, addition: str = "", novelty: Novelty | None = None
) -> list[Message]:
    """All turns of one conversation about a topic; `addition` is a sentence put into its request."""
    voice = Voice(topic, language, rng)
    small_talk = rng.random() < 0.08
    style = plain if small_talk or addition else rng.choices(_FUNCTIONS, _WEIGHTS)[0]
    text = novelty.best(lambda: style(voice)) if novelty else style(voice)
    if addition:
        text = voice.joined(
            [voice.closed(text), addition] if rng.random() < 0.7 else [voice.closed(addition), text]
        )
    messages: list[Message] = []
    if small_talk:
        messages.append(Message("user", expand(rng.choice(SMALL_TALK[language]), rng)))
        messages.append(Message("assistant", expand(rng.choice(WELCOMES[language]), rng)))
    return [*messages, Message("user", text), *later_turns(voice, text)]


def later_turns(voice: Voice, request: str) -> list[Message]:
    """The first answer and what follows: no further user turn in four of ten conversations, up to six."""
    rng, topic = voice.rng, voice.topic
    count = rng.choices(range(7), (40, 27, 15, 9, 5, 3, 1))[0]
    grave = topic.concern >= GRAVE
    unused = list(topic.replies)
    count = min(count, len(topic.followups), len(topic.replies) - 1) if grave else count
    asked = rng.sample(topic.followups, min(len(topic.followups), count))
    messages = [Message("assistant", _answer(voice, request, unused, CLARIFYING))]
    for turn in range(count):
        if turn < len(asked) and (grave or rng.random() < 0.7):
            question = voice.say((asked[turn],))
            answer = _answer(voice, question, unused, CLARIFYING)
        else:
            kind = rng.randrange(len(FOLLOWUPS[voice.language]))
            question = voice.say((FOLLOWUPS[voice.language][kind],))
            answer = capitalised(expand(REPLIES[voice.language][kind], rng))
        question = sloppy(question, rng) if voice.language == "en" and rng.random() < 0.35 else question
        messages += [Message("user", question), Message("assistant", answer)]
    return messages


def _answer(voice: Voice, question: str, unused: list[str], general: dict[str, tuple[str, ...]]) -> str:
    """The unused reply that shares most words with the question, else mostly a general one.

    Topics of concern keep to their own replies, so that a refusal is never followed by help.
    """
    rng = voice.rng
    words = _content_words(question)
    fits = any(words & _content_words(reply) for reply in unused)
    if unused and voice.topic.concern >= GRAVE:
        pattern = rng.choice(unused)
    elif unused and (fits or voice.language == "zh" or rng.random() < 0.3):
        pattern = max(unused, key=lambda reply: (len(words & _content_words(reply)), rng.random()))
    else:
        pattern = rng.choice(general[voice.language])
    if pattern in unused:
        unused.remove(pattern)
    return capitalised(expand(pattern, rng))


@lru_cache(maxsize=4096)
def _content_words(text: str) -> frozenset[str]:
    """The longer words of a text or pattern, cut to six letters so that inflections meet."""
    return frozenset(
        word[:6] for word in _WORDS.findall(text.lower()) if len(word) > 4 and not _COMMON.fullmatch(word)
    )
