"""The extractive provider answers every question by rules, the same way each time, from what it was given."""

import numpy as np

from clio.facets.definitions import Facet, asked
from clio.models.extractive import ExtractiveProvider
from clio.models.questions import (
    Assign,
    Audit,
    Deduplicate,
    Extract,
    Group,
    Message,
    Name,
    Propose,
    Rename,
    Screen,
)
from clio.privacy.candidates import MIXED, MIXED_AREA


def encode(texts):
    return np.eye(64, dtype=np.float32)[: len(texts)]


PROVIDER = ExtractiveProvider(encode)


def ask(question):
    answer = next(PROVIDER.answer([question]))
    assert answer.status == "ok"
    return answer.value


def test_a_name_is_its_public_phrase_and_the_description_two_sentences_of_released_words():
    group = ask(Name("Reset a forgotten password", ("reset password", "work email")))
    assert group.name == "Reset a forgotten password"
    assert group.description == (
        "People wanted to reset a forgotten password. Words that many of them used: reset password, work email."
    )


def test_under_paper_tags_that_tell_members_from_contrast_come_first():
    members = ("reset my password please", "help me reset a password") * 5
    group = ask(Name("Reset a password", ("email", "reset password"), members, ("write an email",) * 10))
    assert group.description.endswith("used: reset password, email.")


def test_parents_are_public_headings_of_the_children():
    children = tuple(
        Group(f"n{i}", "", theme, "Food and cooking") for i, theme in enumerate(["Baking", "Soups"])
    )
    assert {group.name for group in ask(Propose(children, 2))} == {"Baking", "Soups"}
    assert ask(Rename(children, Group("x", ""))).name == "Food and cooking"
    same = tuple(Group(f"n{i}", "", "Baking", "Food and cooking") for i in range(2))
    assert ask(Rename(same, Group("x", ""))).name == "Baking"
    assert ask(Rename(same, Group("x", ""), taken=("Baking",))).name == "Food and cooking"


def test_too_many_themes_become_areas_and_too_many_areas_are_joined():
    themes = tuple(Group(f"t{i}", "", f"t{i}", f"area {i % 12}") for i in range(36))
    assert {g.name for g in ask(Deduplicate(themes, 24))} == {f"t{i}" for i in range(36)}
    assert {g.name for g in ask(Deduplicate(themes, 10))} == {f"area {i}" for i in range(12)}
    joined = ask(Deduplicate(themes, 4))
    assert len(joined) == 6
    assert {part for g in joined for part in g.area.split("; ")} == {f"area {i}" for i in range(12)}
    group = Group("name", "", "t13", "area 1")
    row = ask(Assign(group, joined))
    assert "area 1" in joined[row].area.split("; ")


def test_the_audit_is_the_rule_based_one():
    assert ask(Audit("Reset a forgotten password", "People wanted to reset a password.")) >= 3
    assert ask(Audit("One user named Anna Kovacs", "A single person in Szeged.")) < 3


def test_what_only_a_model_can_tell_is_left_open():
    messages = (Message("user", "Reset my password"),)
    mood = Facet("mood", "How does the user feel?", "text")
    assert ask(Extract("a", messages, (*asked(), mood))).own == {"mood": None}
    assert ask(Extract("a", messages)).own == {}
    answer = next(PROVIDER.answer([Screen(messages, "Is it about cooking?")]))
    assert (answer.status, answer.code) == ("failed", "needs_model")


def test_a_mixed_group_is_put_under_no_topic():
    """Its mean lies beside some topic, which says nothing of it."""
    areas = ["Cooking", "Baking", "Eating out", "Cars", "Trains", "Hotels", "Flights"]
    groups = [Group(f"Ask about {area.lower()}", "", "", area) for area in [*areas, MIXED_AREA]]
    parents = ask(Deduplicate(tuple(groups), 3))
    assert [parent.area for parent in parents if MIXED_AREA in parent.area] == [MIXED_AREA]
    assert len(parents) == 4
    own = ask(Assign(Group(MIXED, "", "", MIXED_AREA), parents))
    assert parents[own].name == MIXED_AREA
