"""Guessing which column of a file holds what, from its names and from the values of its first rows."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from clio.ingest.columns import column_map
from clio.ingest.messages import ROLE_ALIASES, ROLES, read_messages
from clio.ingest.reasons import RejectedError
from clio.ingest.times import latest_time, read_time

Row = Mapping[str, Any]

NAMES: Mapping[str, str] = {
    "conversation_id": (
        "conversation_id conversation_uuid conversation_hash conversation_key conversation convo_id conv_id "
        "chat_id chat_uuid chat thread_id thread session_id session_uuid session dialogue_id dialog_id "
        "ticket_id case_id interaction_id request_id record_id row_id question_id prompt_id message_id "
        "uuid guid id hash key index"
    ),
    "account_id": (
        "account_id account account_uuid account_key user_id user_uuid userid uid user_key user_hash hashed_user "
        "hashed_ip user customer_id customer client_id client member_id member subscriber_id author_id author "
        "owner_id owner session_owner who username user_name login email user_email person_id person "
        "participant_id tenant_id org_id organization_id visitor_id device_id"
    ),
    "created_at": (
        "created_at created create_time created_time created_on creation_time creation_date created_date "
        "started_at start_time timestamp time_stamp datetime date_time ts when time date day sent_at sent "
        "asked_at event_time logged_at received_at inserted_at submitted_at occurred_at updated_at update_time "
        "last_updated modified"
    ),
    "messages": (
        "messages conversation conversations dialogue dialog dialogues turns chat chat_messages chat_history "
        "history transcript thread"
    ),
    "role": "role sender speaker author author_role sender_type message_role actor party direction from who type",
    "content": "content message message_text message_content text body utterance value msg chat_message",
    "text": (
        "text prompt user_prompt user_message user_text user_input user_query query question instruction "
        "request input message content first_message utterance body user human ask"
    ),
    "reply": (
        "reply response assistant_response model_response bot_response ai_response assistant_message "
        "assistant_reply bot_reply answer completion output assistant bot model_output generation"
    ),
}
"""Names that a field goes by, the likeliest first; compared in lower case with single underscores."""

ASIDE = re.compile(
    r"(^|_)(id|uuid|guid|hash|at|ts|date|time|timestamp|count|tokens|score|lang|language|model)$"
)
LONG = 24  # characters from which a column's values, with spaces, read as text
OPAQUE = 80  # characters that an id has at most
ENOUGH = 0.8  # share of a column's values that must fit


@dataclass(frozen=True)
class Guess:
    """`columns`: field -> column, also where the names agree; `by_value`: fields whose column's name says nothing.

    `rest`: columns that no field uses; `unreadable_time`: a column whose name means a time that Clio cannot read.
    """

    columns: Mapping[str, str]
    by_value: frozenset[str] = frozenset()
    rest: tuple[str, ...] = ()
    unreadable_time: str | None = None

    def column_map(self) -> dict[str, str]:
        """The columns in the form that readers take."""
        return column_map(self.columns)


def guess_columns(seen: Sequence[str], rows: Sequence[Row] = (), grouped: bool = True) -> Guess:
    """Guess which of the columns `seen` holds which field; `rows` are the file's first records.

    A field's own name always wins. Then come known names whose values fit, then columns known by their values
    alone. `grouped` says that a row may be one message, as in CSV and Parquet but not in JSON lines.
    """
    return _Table(tuple(seen), _flat(rows), grouped).guess()


@dataclass
class _Table:
    seen: tuple[str, ...]
    rows: list[dict[str, Any]]
    grouped: bool
    found: dict[str, str] = field(default_factory=dict)
    by_value: set[str] = field(default_factory=set)

    def guess(self) -> Guess:
        self._take("messages", self._is_messages, by_value=True)
        if "messages" not in self.found:
            self._take_texts()
        per_message = "role" in self.found
        self._take("conversation_id", self._repeats if per_message else self._is_key)
        self._take("account_id", self._is_owner)
        self._take("created_at", self._is_time, by_value=True)
        if "conversation_id" not in self.found and not per_message:
            self._take("conversation_id", self._is_key, by_value=True)
        if "account_id" not in self.found:
            self._take("account_id", self._is_many_accounts, by_value=True)
        used = {column.split(".")[0] for column in self.found.values()}
        rest = tuple(name for name in self.seen if name not in used and name != "metadata")
        return Guess(dict(self.found), frozenset(self.by_value), rest, self._unreadable_time())

    def _take_texts(self) -> None:
        """A message a row if some column holds roles; else a user's text, with a reply where there is one."""
        if self.grouped:
            self._take("role", self._is_role, by_value=True)
            if "role" in self.found:
                self._take("content", self._is_text, by_value=True)
            if "content" in self.found:
                return
            self.found.pop("role", None)
        self._take("text", self._is_text)
        self._take("reply", self._is_text)
        if "text" not in self.found:
            self._take("text", self._is_text, by_value=True)

    def _take(self, wanted: str, fits: Callable[[str], bool], by_value: bool = False) -> None:
        """Give `wanted` its own name's column, else the likeliest name's that fits, else the first that fits."""
        taken = set(self.found.values())
        columns = self._columns()
        free = {_folded(name): name for name in reversed(columns) if name not in taken}
        names = NAMES[wanted].split()
        if (
            wanted in self.seen
            and wanted not in taken
            and (wanted not in ("text", "content") or fits(wanted))
        ):
            self.found[wanted] = wanted
            return
        named = [free[name] for name in names if name in free] if wanted not in free else [free[wanted]]
        fitting = [name for name in named if fits(name)]
        if fitting:
            self.found[wanted] = fitting[0]
        elif by_value and self.rows:
            found = sorted((name for name in free.values() if fits(name)), key=self._likeliest(wanted))
            if found:
                self.found[wanted] = found[0]
                self.by_value.add(wanted)

    def _likeliest(self, wanted: str) -> Callable[[str], tuple[float, int]]:
        """Order of columns that fit: longest text first, else as they stand in the file."""
        columns = self._columns()
        if wanted not in ("text", "content"):
            return lambda name: (0.0, columns.index(name))
        return lambda name: (-_mean_length(self._values(name)), columns.index(name))

    def _columns(self) -> list[str]:
        nested = (name for row in self.rows for name in row if "." in name and name not in self.seen)
        return [*self.seen, *dict.fromkeys(nested)]

    def _values(self, name: str) -> list[Any]:
        return [row[name] for row in self.rows if row.get(name) not in (None, "")]

    def _share(self, name: str, fits: Callable[[Any], bool]) -> bool:
        """Whether enough of a column's values fit; without rows there is only its name to go by."""
        values = self._values(name)
        return not self.rows or (bool(values) and sum(map(fits, values)) >= ENOUGH * len(values))

    def _is_messages(self, name: str) -> bool:
        return self._share(name, _are_messages)

    def _is_role(self, name: str) -> bool:
        return self._share(name, _is_role) and (not self.rows or len(set(map(str, self._values(name)))) > 1)

    def _is_text(self, name: str) -> bool:
        values = self._values(name)
        if not self.rows:
            return True
        if not self._share(name, lambda value: isinstance(value, str)) or self._is_time(name):
            return False
        named = _folded(name) in NAMES["text"].split() + NAMES["content"].split() + NAMES["reply"].split()
        ambiguous = _folded(name) in NAMES["account_id"].split() + NAMES["role"].split()
        if named and not ambiguous:
            return not self._is_role(name)
        wordy = sum(" " in value.strip() or not value.isascii() for value in values if isinstance(value, str))
        distinct = len(set(map(str, values)))
        return (
            wordy >= len(values) / 2
            and distinct > len(values) / 4
            and _mean_length(values) >= (LONG if not named else LONG / 2)
            and ASIDE.search(_folded(name)) is None
        )

    def _is_id(self, name: str) -> bool:
        return self._share(name, _is_opaque) and not self._is_role(name) if self.rows else True

    def _is_owner(self, name: str) -> bool:
        """A column of ids with one for each conversation, where a conversation has several rows."""
        conversation = self.found.get("conversation_id", "") if "role" in self.found else ""
        pairs = {(str(row[conversation]), str(row.get(name))) for row in self.rows if row.get(conversation)}
        return self._is_id(name) and len(pairs) == len({first for first, _ in pairs})

    def _is_key(self, name: str) -> bool:
        """A column of ids of which hardly one occurs twice."""
        values = self._values(name)
        distinct = len(set(map(str, values)))
        return self._is_id(name) and (not self.rows or distinct >= 0.95 * len(values)) and not (
            self.rows and self._is_time(name)
        )  # fmt: skip

    def _repeats(self, name: str) -> bool:
        """A column of ids that occur in several rows, as a conversation's does in a table of messages."""
        values = self._values(name)
        return self._is_id(name) and (len(values) < 2 or len(set(map(str, values))) < len(values))

    def _is_many_accounts(self, name: str) -> bool:
        """A column without a telling name in which many short values recur: neither a category nor a key."""
        values = [str(value) for value in self._values(name)]
        distinct = len(set(values))
        return (
            len(values) >= 20
            and max(10, 0.1 * len(values)) <= distinct < 0.95 * len(values)
            and self._share(name, lambda value: _is_opaque(value) and not isinstance(value, float))
            and not any(" " in value for value in values)
            and not self._is_time(name)
            and ASIDE.search(_folded(name)) is None
        )

    def _is_time(self, name: str) -> bool:
        if not self.rows:
            return True
        telling = _means_time(name)
        return self._share(name, lambda value: _reads_as_time(value, numbers=telling))

    def _unreadable_time(self) -> str | None:
        if "created_at" in self.found:
            return None
        named = [name for name in self._columns() if _folded(name) in NAMES["created_at"].split()]
        return next((name for name in named if self._values(name)), None)


def _flat(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Rows with the fields of their objects beside them, under dotted names."""
    return [
        {
            **row,
            **{
                f"{name}.{inner}": value
                for name, below in row.items()
                if isinstance(below, Mapping) and name != "metadata"
                for inner, value in below.items()
            },
        }
        for row in rows
    ]


def _folded(name: str) -> str:
    """A name in lower case, words joined by single underscores: `User ID`, `userId` and `user.id` are one."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name.strip())
    return re.sub(r"[^a-z0-9]+", "_", spaced.lower()).strip("_")


def _means_time(name: str) -> bool:
    folded = _folded(name)
    return folded in NAMES["created_at"].split() or bool(re.search(r"(^|_)(at|on|time|date|ts)$", folded))


def _reads_as_time(value: Any, numbers: bool) -> bool:
    """Whether a value is a readable time; a number only where the column's name lets one expect it."""
    text = value.strip() if isinstance(value, str) else value
    plain = isinstance(text, int | float) or (isinstance(text, str) and text.replace(".", "", 1).isdigit())
    return (numbers or not plain) and read_time(text, latest_time(), []) is not None


def _is_role(value: Any) -> bool:
    return isinstance(value, str) and value.strip().lower() in ROLES | ROLE_ALIASES.keys()


def _is_opaque(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return False
    return len(str(value)) <= OPAQUE and str(value).count(" ") <= 3


def _are_messages(value: Any) -> bool:
    try:
        read_messages(orjson.loads(value) if isinstance(value, str) else value, [])
    except (RejectedError, orjson.JSONDecodeError):
        return False
    return True


def _mean_length(values: Sequence[Any]) -> float:
    return sum(len(str(value)) for value in values) / max(1, len(values))
