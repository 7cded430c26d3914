"""Short English requests must stay English, and other languages must be seen: both decide where texts
cluster."""

import gzip
import json
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentences import BY_LANGUAGE

from clio.facets.language import detect


@pytest.mark.parametrize("language", sorted(BY_LANGUAGE))
def test_ordinary_requests_are_recognised(language: str) -> None:
    sentences = BY_LANGUAGE[language]
    right = sum(detect(sentence) == language for sentence in sentences)
    assert right >= 0.95 * len(sentences)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("bye", "en"),
        ("ok", "en"),
        ("pause the music", "en"),
        ("", "en"),
        ("   \n", "en"),
        ("12 + 47 = ?", "en"),
        ("👍👍", "en"),
        ("for i in range(10): print(i)", "en"),
        ("Translate 'Je suis très content de vous voir' into English", "en"),
        ("Translate to English:\n\nDer Hund schläft auf dem Sofa und träumt.", "en"),
        ("What does 你好 mean?", "en"),
        ("帮我把这段 Python 代码改成 Java：\n\nfor item in collection:\n    print(item)", "zh"),
        ("東京でおすすめのラーメン屋を教えてください", "ja"),
        ("서울에서 부산까지 가는 가장 빠른 방법은 무엇인가요?", "ko"),
        ("Как приготовить борщ без свёклы?", "ru"),
        ("Як приготувати борщ без буряка і що для цього потрібно?", "uk"),
        ("كيف أكتب رسالة رسمية إلى مديري؟", "ar"),
        ("मुझे एक सरल खीर बनाने की विधि बताइए", "hi"),
        ("Πώς μπορώ να μάθω κιθάρα;", "el"),
        ("איך מכינים חומוס בבית?", "he"),
        ("ช่วยแปลประโยคนี้เป็นภาษาอังกฤษ", "th"),
        ("Potresti scrivermi una lettera di dimissioni gentile e breve?", "it"),
        ("Kun je me helpen met het schrijven van een brief aan mijn buurman?", "nl"),
        ("Napisz mi krótki wiersz o jesieni w górach", "pl"),
        ("Bana akşam yemeği için kolay bir tarif önerir misin?", "tr"),
    ],
)
def test_scripts_short_texts_and_quotations(text: str, language: str) -> None:
    assert detect(text) == language


@given(st.text(max_size=400))
def test_any_text_gets_a_two_letter_code(text: str) -> None:
    code = detect(text)
    assert len(code) == 2
    assert code.islower()


def test_short_english_questions_are_hardly_ever_called_anything_else(shared_data: Path) -> None:
    with gzip.open(shared_data / "clinc150.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["messages"][0]["content"] for line in lines][::4]
    assert sum(detect(text) != "en" for text in texts) <= 0.005 * len(texts)


def test_real_prompts_in_english_and_chinese(shared_data: Path) -> None:
    with gzip.open(shared_data / "instructionwild.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    right = sum(detect(row["messages"][0]["content"]) == row["metadata"]["locale"] for row in rows)
    assert right >= 0.98 * len(rows)
    chinese = pl.read_parquet(shared_data / "alpaca_zh.parquet")["messages"].to_list()
    assert sum(detect(messages[0]["content"]) == "zh" for messages in chinese) >= 0.98 * len(chinese)
