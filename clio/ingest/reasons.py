"""The closed lists of what can be wrong with a record, with a sentence for each that quotes no input."""

from typing import NamedTuple


class Problem(NamedTuple):
    """Why one record cannot be loaded: a code of `REASONS` and a sentence of `DETAILS`."""

    reason: str
    detail: str


# A record with one of these is not loaded.
INVALID_JSON = Problem("invalid_json", "The line is not one JSON value.")
INVALID_JSON_FIELD = Problem("invalid_json", "A field that should hold JSON text does not.")
NOT_AN_OBJECT = Problem("not_an_object", "The JSON value is not an object.")
INVALID_UTF8 = Problem("invalid_utf8", "The line is not UTF-8.")
DUPLICATE_KEY = Problem("duplicate_key", "A key occurs twice in one object.")
RECORD_TOO_LONG = Problem("record_too_long", "The record is longer than 64 MiB.")
BAD_ROW = Problem("bad_row", "The row does not have as many fields as the header.")
MISQUOTED_ROW = Problem("bad_row", "The quotes of the row do not match.")
MIXED_ACCOUNTS = Problem("bad_row", "The rows of one conversation name different accounts.")
MISSING_CONVERSATION_ID = Problem("missing_conversation_id", "The record has no conversation_id.")
ID_TYPE = Problem("id_type", "An id is neither text nor a whole number.")
MISSING_MESSAGES = Problem("missing_messages", "The record has no messages.")
EMPTY_MESSAGES = Problem("empty_messages", "The list of messages is empty.")
BAD_MESSAGES_TYPE = Problem("bad_messages_type", "The messages are not a list.")
BAD_MESSAGE_TYPE = Problem("bad_message_type", "A message is not an object.")
MISSING_ROLE = Problem("missing_role", "A message has no role.")
BAD_ROLE = Problem("bad_role", "A message has an unknown role.")
BAD_CONTENT_TYPE = Problem("bad_content_type", "A message's content is neither text nor a list of blocks.")
NO_CONTENT = Problem("no_content", "No message holds text.")
NO_USER_CONTENT = Problem("no_user_content", "No user message holds text.")
NULL_CONTENT = Problem("null_content", "The user messages have null content.")
UNKNOWN_BLOCK = Problem("unknown_block", "The user messages hold only blocks of unknown type.")
DUPLICATE_CONFLICT = Problem("duplicate_conflict", "Another record with this conversation_id was kept.")

# Nothing there: counted, not quarantined.
BLANK = Problem("blank_line", "The line is blank.")

QUARANTINE = (
    INVALID_JSON,
    INVALID_JSON_FIELD,
    NOT_AN_OBJECT,
    INVALID_UTF8,
    DUPLICATE_KEY,
    RECORD_TOO_LONG,
    BAD_ROW,
    MISQUOTED_ROW,
    MIXED_ACCOUNTS,
    MISSING_CONVERSATION_ID,
    ID_TYPE,
    MISSING_MESSAGES,
    EMPTY_MESSAGES,
    BAD_MESSAGES_TYPE,
    BAD_MESSAGE_TYPE,
    MISSING_ROLE,
    BAD_ROLE,
    BAD_CONTENT_TYPE,
    NO_CONTENT,
    NO_USER_CONTENT,
    NULL_CONTENT,
    UNKNOWN_BLOCK,
    DUPLICATE_CONFLICT,
)
REASONS = tuple(dict.fromkeys(problem.reason for problem in QUARANTINE))
DETAILS = tuple(problem.detail for problem in QUARANTINE)

# What a record can be loaded after; counted as normalised:<repair>.
REPAIRS = (
    "bom",
    "crlf",
    "id_type",
    "missing_account_id",
    "missing_created_at",
    "naive_timestamp",
    "offset_timestamp",
    "epoch_timestamp",
    "future_timestamp",
    "bad_timestamp",
    "role_alias",
    "content_blocks",
    "unknown_block",
    "empty_message",
    "null_content",
    "control_char",
    "lone_surrogate",
    "bad_metadata",
)


class RejectedError(Exception):
    """Raised inside the normaliser to leave a record; carries the Problem and no text of the record."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.reason)
        self.problem = problem
