"""The closed lists of a scenario: states, families, metrics, effects, actions."""

from __future__ import annotations

from enum import StrEnum


class SignalState(StrEnum):
    """What a chart says about itself; only QUIET is good news."""

    QUIET = "quiet"
    WATCH = "watch"
    ALERT = "alert"
    RECOVERING = "recovering"
    NOT_ENOUGH_DATA = "not_enough_data"
    CANNOT_COMPUTE = "cannot_compute"


class Family(StrEnum):
    """The five kinds of signal that stand on one screen."""

    DATA_QUALITY = "data_quality"
    INPUT_DRIFT = "input_drift"
    PREDICTION_DRIFT = "prediction_drift"
    OUTCOME = "outcome"
    BUSINESS_AND_TRUST = "business_and_trust"


class Direction(StrEnum):
    """The side of a level on which to act."""

    ABOVE = "above"
    BELOW = "below"


class Metric(StrEnum):
    """What a monitor computes each day; `target` is a feature, a row quantity or a signal."""

    PSI = "psi"
    WASSERSTEIN_SD = "wasserstein_sd"
    MISSING = "missing"
    OUT_OF_RANGE = "out_of_range"
    FAILING = "failing"
    SCORE_PSI = "score_psi"
    ACCEPTED = "accepted"
    SHARE = "share"
    SIGNAL = "signal"


class DistKind(StrEnum):
    """How a feature spreads; each is drawn through the inverse of its distribution."""

    NORMAL = "normal"
    LOGNORMAL = "lognormal"
    POISSON = "poisson"


class Transform(StrEnum):
    """What happens to a feature before its weight is applied."""

    NONE = "none"
    LOG = "log"
    ABS_LOG = "abs_log"


class PerRow(StrEnum):
    """Whether a feature has one value a line or one a candidate of that line."""

    LINE = "line"
    CANDIDATE = "candidate"


class EffectKind(StrEnum):
    """The closed list of things that can happen in a scenario."""

    UNIT_CHANGE = "unit_change"
    MISSING = "missing"
    SHIFT = "shift"
    NEW_MIX = "new_mix"
    CONCEPT = "concept"
    BASE_RATE = "base_rate"
    MONITOR_SILENT = "monitor_silent"


class Layer(StrEnum):
    """Whether the world itself changed, only the data about it, or only the watching of it."""

    WORLD = "world"
    SEEN_BY_MODEL = "seen_by_model"
    MONITORING = "monitoring"


class Shape(StrEnum):
    """How an effect grows from its start to its full strength."""

    STEP = "step"
    LINEAR = "linear"
    SIGMOID = "sigmoid"


class ActionKind(StrEnum):
    """The closed list of what an option can do to the rest of the play."""

    CANCEL_EFFECT = "cancel_effect"
    SWITCH_VERSION = "switch_version"
    CHANGE_CUTOFF = "change_cutoff"
    LEAVE_OUT_FAILING = "leave_out_failing"
    STOP = "stop"
