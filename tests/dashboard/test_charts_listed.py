"""What must know every chart, layer or kind of mark knows each: what a new one is forgotten in."""

from __future__ import annotations

import pytest

from dashboard.charts import map_layers
from dashboard.charts.catalogue import LAYERS
from dashboard.charts.map_layers import layer_called


def test_the_map_has_the_layers_that_the_catalogue_names() -> None:
    assert list(map_layers.LAYERS) == list(LAYERS)
    assert layer_called(None) is layer_called("parts")
    with pytest.raises(KeyError, match="nope"):
        layer_called("nope")
