// The chart types the dashboard draws, and no other: a third of the full library to parse at page load.
// None of them needs code built from strings, so a page may forbid 'unsafe-eval'.
'use strict';

var Plotly = require('plotly.js/lib/core'); // holds scatter

Plotly.register([
    require('plotly.js/lib/bar'),
    require('plotly.js/lib/box'),
    require('plotly.js/lib/choropleth'),
    require('plotly.js/lib/heatmap'),
    require('plotly.js/lib/scattergeo'),
    require('plotly.js/lib/locales/fr')
]);

module.exports = Plotly;
