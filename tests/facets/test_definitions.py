"""The built-in facets must be those of the facets table, and a contradictory definition must not be
accepted."""

from typing import Any

import pytest

from clio import tables
from clio.facets.definitions import BUILT_IN, CONCERN, Facet, asked, clustered
from clio.models.questions import Extracted


def test_every_built_in_facet_has_a_column() -> None:
    columns = set(tables.FACETS) | set(tables.TOPICS)
    assert {facet.name for facet in BUILT_IN} <= columns
    assert {facet.name for facet in asked()} <= set(Extracted.__dataclass_fields__)


def test_only_the_request_is_clustered_by_default() -> None:
    assert [facet.name for facet in clustered()] == ["request"]
    assert CONCERN.bounds == (1, 5)


@pytest.mark.parametrize(
    "definition",
    [
        {"name": "mood", "question": "How?", "kind": "scale"},
        {"name": "mood", "question": "How?", "kind": "category", "clustered": True},
        {"name": "mood", "question": "", "kind": "text"},
        {"name": "length", "question": "How long?", "kind": "computed"},
    ],
)
def test_contradictions_are_refused(definition: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=definition["name"]):
        Facet(**definition)
