// Holds every page below some folders against html-validate's "recommended" rules; ends with 1 when anything is found. By its API,
// because the command line of this version asks for a newer Node than many machines have.
// node html.mjs FOLDER...   (html-validate is looked for beside the working folder)
import { createRequire } from "node:module";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.cwd(), "x.js"));
const { HtmlValidate, formatterFactory } = await import(pathToFileURL(require.resolve("html-validate")));

const pages = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".html"))
    .map((name) => join(folder, name)),
);
const html = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  // Official titles are long; the rule is about search engines.
  rules: { "long-title": "off" },
});
const report = await html.validateMultipleFiles(pages);
const found = report.errorCount + report.warningCount;
console.log(found === 0 ? `${pages.length} pages: nothing found` : formatterFactory("text")(report.results));
process.exitCode = found === 0 && pages.length > 0 ? 0 : 1;
