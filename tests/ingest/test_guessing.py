"""The guess at a file's columns: by the names that real files use, checked against values, else by values alone."""

import csv
import io
import json
import random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from ingesting import run

from clio.ingest import IngestOptions, Source, sniff
from clio.ingest.guessing import guess_columns

ROWS = 60
TOPICS = ("a garden", "SQL queries", "a trip to Rome", "tax forms", "bread", "unit tests", "a cover letter")


def ask(n: int) -> str:
    return f"How do I get better at {TOPICS[n % 7]} when I only have {n} minutes?"


MAKE = {
    "key": lambda n: f"c-{n:05x}",
    "uuid": lambda n: f"{n * 7919:08x}-aaaa-4bbb-8ccc-0123456789ab",
    "number": lambda n: str(n + 1),
    "pair": lambda n: f"t{n // 2}",
    "who": lambda n: f"u{random.Random(n // 2).randrange(10_000)}",
    "mail": lambda n: f"person{n // 4}@example.org",
    "many": lambda n: f"k{(n * 37) % 29}x",
    "iso": lambda n: f"2026-06-{n % 28 + 1:02d}T10:00:00Z",
    "spaced": lambda n: f"2026-06-{n % 28 + 1:02d} 10:00:00",
    "epoch": lambda n: str(1_780_000_000 + 3_600 * n),
    "american": lambda n: f"06/{n % 28 + 1:02d}/2026 10:00 PM",
    "ask": ask,
    "chinese": lambda n: f"我想知道怎么学习第{n}课的内容",
    "answer": lambda n: (
        f"Start with ten minutes on {TOPICS[n % 7]} and keep a log of what you did, number {n}."
    ),
    "role": lambda n: ("user", "assistant")[n % 2],
    "human": lambda n: ("Human", "AI")[n % 2],
    "chat": lambda n: json.dumps(
        [{"role": "user", "content": ask(n)}, {"role": "assistant", "content": "Yes."}]
    ),
    "plan": lambda n: ("free", "pro", "team")[n % 3],
    "score": lambda n: str(n % 7 / 10),
    "flag": lambda n: str(n % 2 == 0),
    "model": lambda n: ("model-a", "model-b")[n % 2],
    "country": lambda n: ("DE", "FR", "BR", "US", "JP")[n % 5],
}

# The columns of a file as name:kind, and the guess as field=column; what is not guessed is not listed.
FILES = [
    ("chat:key user:who when:iso prompt:ask", "conversation_id=chat account_id=user created_at=when text=prompt"),
    ("id:number uid:who ts:epoch question:ask answer:answer plan:plan",
     "conversation_id=id account_id=uid created_at=ts text=question reply=answer"),
    ("ID:uuid,User ID:who,Created At:spaced,User Message:ask,Model Response:answer",
     "conversation_id=ID,account_id=User ID,created_at=Created At,text=User Message,reply=Model Response"),
    ("conversationId:key userId:who createdAt:iso messages:chat",
     "conversation_id=conversationId account_id=userId created_at=createdAt messages=messages"),
    ("conversation_hash:key hashed_ip:who timestamp:iso conversation:chat model:model",
     "conversation_id=conversation_hash account_id=hashed_ip created_at=timestamp messages=conversation"),
    ("uuid:uuid customer_id:who date:iso dialogue:chat",
     "conversation_id=uuid account_id=customer_id created_at=date messages=dialogue"),
    ("thread_id:pair author:role who:mail time:iso message:ask",
     "conversation_id=thread_id account_id=who created_at=time role=author content=message"),
    ("session_id:pair sender:human customer:who sent_at:epoch body:ask",
     "conversation_id=session_id account_id=customer created_at=sent_at role=sender content=body"),
    ("message_id:number conversation_id:pair role:role content:ask user:who created:iso",
     "conversation_id=conversation_id account_id=user created_at=created role=role content=content"),
    ("id:uuid session_owner:who created:iso user:ask assistant:answer",
     "conversation_id=id account_id=session_owner created_at=created text=user reply=assistant"),
    ("id:key session_id:pair email:mail prompt:chinese completion:answer created_at:iso score:score",
     "conversation_id=id account_id=email text=prompt reply=completion created_at=created_at"),
    ("thread:pair user_id:key user:who role:role text:ask",
     "conversation_id=thread account_id=user role=role content=text"),
    ("a:key b:many c:iso d:ask e:plan", "conversation_id=a account_id=b created_at=c text=d"),
    ("ref:key konto:many wann:spaced frage:ask land:country flag:flag",
     "conversation_id=ref account_id=konto created_at=wann text=frage"),
    ("id:number prompt:ask", "conversation_id=id text=prompt"),
    ("id:number user:who date:american text:ask", "conversation_id=id account_id=user text=text"),
    ("id:number instruction:ask input:score output:answer", "conversation_id=id text=instruction reply=output"),
]  # fmt: skip


def split(text: str) -> list[str]:
    return text.split("," if "," in text else None)


def table(columns: str) -> tuple[list[str], list[list[str]]]:
    pairs = [column.rsplit(":", 1) for column in split(columns)]
    names = [name for name, _ in pairs]
    return names, [[MAKE[kind](n) for _, kind in pairs] for n in range(ROWS)]


def expected(text: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in split(text))


@pytest.fixture(params=["csv", "parquet"])
def written(request, tmp_path):
    """written(columns) -> a file of that table, as CSV and as Parquet."""

    def write(columns: str) -> Source:
        names, rows = table(columns)
        path = str(tmp_path / f"x.{request.param}")
        if request.param == "csv":
            text = io.StringIO()
            csv.writer(text).writerows([names, *rows])
            (tmp_path / "x.csv").write_text(text.getvalue(), "utf-8", newline="")
        else:
            pq.write_table(pa.table(dict(zip(names, zip(*rows, strict=True), strict=True))), path)
        return Source(path, path)

    return write


@pytest.mark.parametrize(("columns", "wanted"), FILES)
def test_columns_are_guessed_and_the_file_loads_with_the_guess(written, tmp_path, columns, wanted):
    source = written(columns)
    found = sniff(source)
    assert dict(found.guess.columns) == expected(wanted)
    assert found.first_problem is None
    ingested = run(source, tmp_path, IngestOptions(columns=found.column_map, missing_account="keep"))
    rows = ingested.conversations
    conversations = ROWS // 2 if "role=" in wanted.replace(",", " ") else ROWS
    assert rows.height == conversations, ingested.counts
    known = expected(wanted)
    assert rows["account_id"].null_count() == (0 if "account_id" in known else conversations)
    assert rows["created_at"].null_count() == (0 if "created_at" in known else conversations)
    first = [message["role"] for message in rows["messages"][0]]
    assert first == (["user", "assistant"] if {"reply", "role", "messages"} & known.keys() else ["user"])


def test_a_guess_by_values_says_so(written):
    guess = sniff(written("a:key b:many c:iso d:ask e:plan")).guess
    assert guess.by_value == {"conversation_id", "account_id", "created_at", "text"}
    assert guess.rest == ("e",)


def test_a_time_that_cannot_be_read_is_named(written):
    assert sniff(written("id:number user:who date:american text:ask")).guess.unreadable_time == "date"


@pytest.mark.parametrize(
    "kind", ["plan", "score", "flag", "model", "country", "number", "iso", "epoch", "key"]
)
def test_a_category_a_number_or_a_time_is_no_account(written, kind):
    guess = sniff(written(f"id:uuid x:{kind} prompt:ask")).guess
    assert "account_id" not in guess.columns


def test_json_lines_with_an_account_in_an_object(tmp_path):
    path = tmp_path / "x.jsonl"
    lines = [
        {"thread": f"t{n}", "user": {"id": f"u{n // 2}", "name": "x"}, "started_at": 1_780_000_000 + n,
         "turns": [{"role": "human", "content": ask(n)}]}
        for n in range(ROWS)
    ]  # fmt: skip
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    found = sniff(Source(str(path), str(path)))
    assert dict(found.guess.columns) == {
        "conversation_id": "thread", "account_id": "user.id", "created_at": "started_at", "messages": "turns"
    }  # fmt: skip
    rows = run(Source(str(path), str(path)), tmp_path, IngestOptions(columns=found.column_map)).conversations
    assert rows["account_id"].n_unique() == ROWS // 2


def test_json_lines_with_own_names_and_a_single_text(tmp_path):
    path = tmp_path / "x.jsonl"
    lines = [{"conversation_id": f"c{n}", "account_id": "u", "text": ask(n)} for n in range(3)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    found = sniff(Source(str(path), str(path)))
    assert found.first_problem is None
    assert (
        run(
            Source(str(path), str(path)), tmp_path, IngestOptions(columns=found.column_map)
        ).conversations.height
        == 3
    )


def test_names_alone_are_enough_where_there_are_no_rows():
    guess = guess_columns(["Conversation ID", "User", "Date", "Question", "Answer"])
    assert dict(guess.columns) == {
        "conversation_id": "Conversation ID", "account_id": "User", "created_at": "Date", "text": "Question",
        "reply": "Answer",
    }  # fmt: skip
