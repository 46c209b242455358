// Draws the world's country outlines small enough to send, with every place a reader may look for.
//
// plotly.js finds a country by its ISO3 id and insists on seven layers, empty or not. It labels a country at
// properties.ct. A ring that turns the wrong way fills the whole globe, so every polygon's area is checked at the end.
import { geoArea, geoCentroid, geoContains } from "d3-geo";
import { feature, mergeArcs, meshArcs, quantize } from "topojson-client";
import { filter, presimplify, quantile, simplify, sphericalTriangleArea } from "topojson-simplify";

const PART_OF = { SOL: "SOM", CYN: "CYP" }; // drawn apart by the atlas, but no source here reports them apart
const RENAMED = { IOA: "CXR" }; // "Indian Ocean Territories": at this scale Christmas Island alone has an area
const LEFT_OUT = new Set(["ATA", "ATC", "VAT"]); // Antarctica is empty; the other two have no area at this scale
const IN_NO_COUNTRY = new Set(["KAS"]); // Siachen Glacier: land on the map, coloured for nobody
const KEPT_POINTS = 0.2;
const SMALL_COUNTRY = 3; // square degrees; below it every point and islet stays
const ISLET = 0.05; // square degrees, about 600 square kilometres
const STEPS = 1e5; // 0.0036 degrees: Nauru is 14 steps wide

const squareDegrees = (polygon) => geoArea({ type: "Polygon", coordinates: polygon }) * (180 / Math.PI) ** 2;

function polygonArcs(geometry) {
  return geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
}

function polygonsOf(topology, geometry) {
  return polygonArcs(geometry).map((arcs) => feature(topology, { type: "Polygon", arcs }).geometry.coordinates);
}

/** Arc ~n is arc n read backwards. */
function unsigned(arc) {
  return arc < 0 ? ~arc : arc;
}

function total(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function coastlines(topology, collection) {
  return meshArcs(topology, collection, (one, other) => one === other);
}

/** One geometry per place, parts merged, islets of big countries dropped unless they lie inside another country. */
function places(atlas) {
  const parts = new Map();
  for (const geometry of atlas.objects.countries.geometries) {
    const code = geometry.properties.a3;
    const id = PART_OF[code] ?? RENAMED[code] ?? code;
    if (!LEFT_OUT.has(id)) parts.set(id, [...(parts.get(id) ?? []), geometry]);
  }
  const coast = coastlines(atlas, atlas.objects.countries);
  const shore = new Set(coast.arcs.flat().map(unsigned));
  const isAtSea = (polygon) => polygon.flat().every((arc) => shore.has(unsigned(arc)));
  return [...parts].sort().map(([id, geometries]) => {
    const whole = mergeArcs(atlas, geometries);
    const areas = polygonsOf(atlas, whole).map(squareDegrees);
    const smallest = total(areas) < SMALL_COUNTRY ? 0 : ISLET;
    const arcs = whole.arcs.filter((polygon, i) => areas[i] >= smallest || !isAtSea(polygon));
    return { type: "MultiPolygon", id, properties: {}, arcs };
  });
}

/** Keep every point of small countries, a share of the others'. */
function simplified(topology) {
  const weighted = presimplify(topology, sphericalTriangleArea);
  const threshold = quantile(weighted, KEPT_POINTS); // sorted from the heaviest
  for (const geometry of weighted.objects.places.geometries) {
    if (total(polygonsOf(topology, geometry).map(squareDegrees)) >= SMALL_COUNTRY) continue;
    for (const arc of geometry.arcs.flat(2)) {
      for (const point of weighted.arcs[unsigned(arc)]) point[2] = Infinity;
    }
  }
  return simplify(weighted, threshold);
}

/** Distance in the plane from a point to the line between two others. */
function distance([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}

/** The point of the polygon farthest from its border, on a coarse grid. */
function innerPoint(polygon) {
  const [lons, lats] = [0, 1].map((axis) => polygon[0].map((point) => point[axis]));
  const [west, south, east, north] = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  const shape = { type: "Polygon", coordinates: polygon };
  const sides = polygon.flatMap((ring) => ring.slice(1).map((to, i) => [ring[i], to]));
  let best = { room: -1 };
  for (let i = 1; i < 24; i++) {
    for (let j = 1; j < 24; j++) {
      const [lon, lat] = [west + ((east - west) * i) / 24, south + ((north - south) * j) / 24];
      const room = Math.min(...sides.map(([from, to]) => distance([lon, lat], from, to)));
      if (room > best.room && geoContains(shape, [lon, lat])) best = { room, point: [lon, lat] };
    }
  }
  return best.point;
}

/** Whether a ring still encloses anything after rounding; one that does not may turn into the whole globe. */
function isShape(topology, arcs) {
  const [ring] = feature(topology, { type: "Polygon", arcs: [arcs] }).geometry.coordinates;
  return new Set(ring.map(String)).size >= 3;
}

/** Where a label or a dot stands: the centre of the largest part, moved inside where the country is bent. */
function labelPoint(topology, geometry) {
  const polygons = polygonsOf(topology, geometry);
  if (polygons.length === 0) throw new Error(`${geometry.id} has no area left at this scale`);
  const largest = polygons.reduce((a, b) => (squareDegrees(a) >= squareDegrees(b) ? a : b));
  const shape = { type: "Polygon", coordinates: largest };
  const centre = geoCentroid(shape);
  const point = geoContains(shape, centre) ? centre : (innerPoint(largest) ?? centre);
  return point.map((degree) => Math.round(degree * 100) / 100);
}

function checkAreas(topology) {
  for (const geometry of topology.objects.countries.geometries) {
    for (const area of polygonsOf(topology, geometry).map(squareDegrees)) {
      if (!(area > 0 && area < 5000)) throw new Error(`${geometry.id} has a part of ${area} square degrees`);
    }
  }
}

export function outlines(atlas) {
  const chosen = { ...atlas, objects: { places: { type: "GeometryCollection", geometries: places(atlas) } } };
  const rounded = quantize(simplified(filter(chosen)), STEPS);
  const small = filter(rounded, (arcs) => isShape(rounded, arcs));
  const everywhere = small.objects.places.geometries;
  const countries = everywhere.filter(({ id }) => !IN_NO_COUNTRY.has(id));
  for (const country of countries) country.properties = { ct: labelPoint(small, country) };
  const empty = () => ({ type: "GeometryCollection", geometries: [] });
  const objects = {
    countries: { type: "GeometryCollection", geometries: countries },
    land: mergeArcs(small, everywhere),
    coastlines: coastlines(small, small.objects.places),
    ocean: empty(),
    lakes: empty(),
    rivers: empty(),
    subunits: empty(),
  };
  const result = { ...small, objects };
  checkAreas(result);
  return result;
}
