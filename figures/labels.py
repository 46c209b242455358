"""Which words stand for the codes of our tables? Declared once, shown by charts, pages and exports."""

from language import message

VIOLENCE_LABELS = {
    "state_based": message("State-based"),
    "non_state": message("Non-state"),
    "one_sided": message("One-sided"),
}
TEMPO_LABELS = {
    "slow_burn": message("slow burn"),
    "slow_burn_with_surges": message("slow burn with surges"),
    "sudden": message("sudden"),
    "short": message("short"),
}
DEATHS_NOTE = message("Recorded direct deaths in organised violence; true tolls are higher.")
