"""The written form of a scenario: names, types and limits of every field of format 1.

What refers from one part to another is checked in `scenario_checks`; here each part stands alone.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003  (pydantic reads the annotation when the class is made)
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from workshop_studio.domain.scenario_kinds import (
    ActionKind,
    Direction,
    DistKind,
    EffectKind,
    Family,
    Layer,
    Metric,
    PerRow,
    Shape,
    Transform,
)

MOST_DAYS = 366
MOST_ROWS = 20_000

Text = Annotated[str, Field(min_length=1, max_length=2000)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9._-]{0,63}$")]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Day = Annotated[int, Field(ge=1, le=MOST_DAYS)]


class Part(BaseModel):
    """Base of every part: a field that is not known is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ClockPart(Part):
    """Simulated days and their length in the room."""

    days: Day
    reference_days: Day
    seconds_per_day: int = Field(default=90, ge=1, le=3600)
    start_date: date


class SegmentPart(Part):
    """A grouping of candidates with the share of each value."""

    name: Name
    label: Text
    values: list[Name] = Field(min_length=2, max_length=12)
    shares: list[Share]


class PopulationPart(Part):
    """Simulated rows and what they stand for."""

    rows_per_day: int = Field(ge=1, le=MOST_ROWS)
    reference_rows: int = Field(ge=1, le=MOST_ROWS)
    candidates: int = Field(default=1, ge=1, le=10)
    stands_for: float = Field(gt=0, allow_inf_nan=False)
    segments: list[SegmentPart] = []


class DistPart(Part):
    """One distribution; a poisson has no width."""

    kind: DistKind
    centre: Number
    width: float = Field(default=0.0, ge=0, allow_inf_nan=False)


class FeaturePart(Part):
    """One input of the model."""

    name: Name
    label: Text
    unit: str = ""
    per: PerRow = PerRow.LINE
    dist: DistPart
    by_segment: dict[Name, dict[Name, DistPart]] = {}
    valid_range: tuple[Number, Number]
    missing: Share = 0.0
    transform: Transform = Transform.NONE
    assumed: Number


class VersionPart(Part):
    """One version of the model."""

    id: Name
    label: Text
    intercept: Number
    weights: dict[Name, Number]
    not_reached_by: list[Name] = []


class ModelPart(Part):
    """The model: the first version is live."""

    kind: Literal["logistic"] = "logistic"
    cutoff: Share
    missing_rule: str = ""
    versions: list[VersionPart] = Field(min_length=1)


class TruthPart(Part):
    """How people decide."""

    intercept: Number
    weights: dict[Name, Number]


class LabelsPart(Part):
    """When outcomes become known."""

    delay_days: int = Field(default=0, ge=0, le=30)
    coverage: Share = 1.0


class QuantityPart(Part):
    """A named kind of offer."""

    name: Name
    feature: Name
    above: Number


class PolicyPart(Part):
    """What the score leads to."""

    action: Text
    quantities: list[QuantityPart] = []


class SignalPart(Part):
    """A business or trust number."""

    id: Name
    label: Text
    unit: str = ""
    parts: dict[Name, Number] = Field(alias="from")
    scale: Number = 1.0
    base: Number = 0.0
    lag_days: int = Field(default=0, ge=0, le=30)
    noise: float = Field(default=0.0, ge=0, allow_inf_nan=False)
    above_reference: bool = False


class MonitorPart(Part):
    """One chart with its levels."""

    id: Name
    family: Family
    title: Text
    subtitle: Text
    metric: Metric
    target: str = ""
    unit: str = ""
    decimals: int = Field(default=1, ge=0, le=4)
    times: Number = 1.0
    amber: Number
    red: Number
    direction: Direction = Direction.ABOVE
    axis: tuple[Number, Number]
    sentence: Text
    headline: Text
    min_rows: int = Field(default=200, ge=1)
    n: int = Field(default=2, ge=1, le=30)
    m: int = Field(default=3, ge=1, le=30)
    clear: int = Field(default=2, ge=1, le=30)
    owner_role: str = ""


class EffectPart(Part):
    """One thing that happens."""

    id: Name
    kind: EffectKind
    target: str = ""
    where: dict[Name, Name] = {}
    layer: Layer
    start: Day
    full_from: Day | None = None
    end: Day | None = None
    shape: Shape = Shape.STEP
    size: Number = 0.0
    factor: Number = 1.0
    harmless: bool = False
    note: str = ""


class ActionPart(Part):
    """One thing that an option does."""

    kind: ActionKind
    target: str = ""
    amount: Number = 0.0


class CostPart(Part):
    """What an option costs beside its consequences."""

    once: float = Field(default=0.0, ge=0, allow_inf_nan=False)
    per_day: float = Field(default=0.0, ge=0, allow_inf_nan=False)


class OptionPart(Part):
    """One answer to a decision."""

    id: Name
    label: Text
    hint: str = ""
    takes_days: int = Field(ge=0, le=MOST_DAYS)
    reversible: bool
    cost: CostPart = CostPart()
    does: list[ActionPart] = []
    side_effects: list[Text] = []
    say: str = ""


class OpenPart(Part):
    """The days on which a decision can be taken."""

    from_day: Day
    until_day: Day


class DecisionPart(Part):
    """A question with its options."""

    id: Name
    open: OpenPart
    question: Text
    options: list[OptionPart] = Field(min_length=1)


class TruthCardPart(Part):
    """What really happened."""

    cause: Text
    notes: list[Text] = []


class ScenarioPart(Part):
    """A whole scenario file."""

    format: Literal[1]
    id: Name
    title: Text
    product: str = ""
    premise: Text
    objectives: list[Text] = Field(min_length=1)
    seed: int = Field(ge=0, lt=2**32)
    clock: ClockPart
    population: PopulationPart
    features: list[FeaturePart] = Field(min_length=1, max_length=40)
    model: ModelPart
    truth: TruthPart
    labels: LabelsPart = LabelsPart()
    policy: PolicyPart
    kpis: list[SignalPart] = Field(min_length=1)
    trust: list[SignalPart] = []
    monitors: list[MonitorPart] = Field(min_length=1)
    effects: list[EffectPart] = []
    decisions: list[DecisionPart] = []
    truth_card: TruthCardPart
