"""Pure functions from contracted tables to Plotly figures; the dashboard and the briefing share them."""
