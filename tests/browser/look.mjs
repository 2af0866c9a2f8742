// Looks at exported pages as people do: on a phone, on a laptop, light and dark, on A4 and on A3;
// and at exported pictures as on a slide.
// Prints what is wrong, a line each; with --pictures FOLDER it leaves pictures and PDFs there.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const words = process.argv.slice(2);
const pictures = words[0] === "--pictures" ? words.splice(0, 2)[1] : undefined;

const SCREENS = [
  { name: "phone", width: 390, height: 844 },
  { name: "laptop", width: 1280, height: 800 },
];
// What lies within the margins of 12 mm, landscape, in CSS pixels.
const mm = (length) => Math.floor(((length - 24) / 25.4) * 96);
const PAPERS = [
  { name: "A4", width: mm(297), height: mm(210) },
  { name: "A3", width: mm(420), height: mm(297) },
];

let wrong = 0;
function tell(file, where, what) {
  wrong += 1;
  console.log(`${basename(file)}, ${where}: ${what}`);
}

/** What is wider than the page, apart from what scrolls by itself. */
function overflow() {
  const page = document.documentElement;
  return page.scrollWidth > page.clientWidth ? [`${page.scrollWidth} pixels wide`] : [];
}

/** Cells and drawings that paper would cut: beyond its edge, wider than their cell, or parted. */
function cut({ width, height }) {
  const shown = (it) => it.getClientRects().length > 0;
  const name = (it) => `${it.tagName.toLowerCase()} “${it.textContent.trim().slice(0, 40)}”`;
  const found = [];
  for (const it of [...document.querySelectorAll("th, td, article, svg, p, li")].filter(shown)) {
    if (it.classList.contains("hidden") || it.closest(".hidden")) continue;
    const box = it.getBoundingClientRect();
    if (box.right > width + 1 || box.left < -1) found.push(`beyond the edge: ${name(it)}`);
    if (it.matches("th, td") && it.scrollWidth > it.clientWidth + 1) found.push(`clipped: ${name(it)}`);
  }
  for (const it of [...document.querySelectorAll("tr, article, svg")].filter(shown)) {
    if (getComputedStyle(it).breakInside !== "avoid") found.push(`may be parted: ${name(it)}`);
    if (it.getBoundingClientRect().height > height) found.push(`higher than a page: ${name(it)}`);
  }
  return found;
}

/** What of a picture is beyond its edge, wider than what it stands in, or over another text. */
function misplaced() {
  const { width, height } = document.documentElement.viewBox.baseVal;
  const found = [];
  const boxes = (names) => [...document.querySelectorAll(names)].map((it) => it.getBoundingClientRect());
  const cells = boxes(".band, .card, .field:not(.improve)");
  const surface = (it) => it.width * it.height;
  const texts = [...document.querySelectorAll("text")].map((it) => ({
    name: `“${it.textContent.slice(0, 40)}”`,
    turned: /rotate/.test(it.getAttribute("transform") ?? ""),
    box: it.getBoundingClientRect(),
  }));
  for (const { name, turned, box } of texts) {
    const { left, right, top, bottom } = box;
    if (left < 0 || right > width || top < 0 || bottom > height) found.push(`beyond the edge: ${name}`);
    const y = (top + bottom) / 2;
    const around = cells.filter((it) => it.left <= left + 1 && left < it.right && it.top <= y && y <= it.bottom);
    const cell = around.sort((one, other) => surface(one) - surface(other))[0];
    if (!turned && cell && right > cell.right + 1) found.push(`beyond its cell: ${name}`);
  }
  const straight = texts.filter((it) => !it.turned);
  for (const [at, { name, box: one }] of straight.entries()) {
    for (const { name: beside, box: other } of straight.slice(at + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 1 && down > 3) found.push(`over each other: ${name} and ${beside}`);
    }
  }
  for (const name of ["title", "desc"]) {
    if (!document.querySelector(`svg > ${name}`)?.textContent.trim()) found.push(`no ${name}`);
  }
  return found;
}

async function on_slide(page, file) {
  await page.setViewportSize({ width: 1600, height: 900 });
  for (const it of await page.evaluate(misplaced)) tell(file, "slide", it);
  if (pictures) await page.screenshot({ path: picture(file, "slide", "png") });
}

async function on_screen(page, file, screen, colorScheme) {
  const where = `${screen.name}, ${colorScheme}`;
  await page.setViewportSize(screen);
  await page.emulateMedia({ media: "screen", colorScheme });
  for (const it of await page.evaluate(overflow)) tell(file, where, it);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const it of violations) {
    const places = it.nodes.map((node) => node.target).join("; ");
    tell(file, where, `axe: ${it.id}: ${it.help}: ${places}`);
  }
  if (pictures) await page.screenshot({ path: picture(file, where.replace(", ", "."), "png"), fullPage: true });
}

async function on_paper(page, file, paper) {
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const it of await page.evaluate(cut, paper)) tell(file, paper.name, it);
  const pdf = await page.pdf({ format: paper.name, landscape: true, printBackground: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (pages === 0 || pages > 60) tell(file, paper.name, `${pages} pages`);
  if (pictures) writeFileSync(picture(file, paper.name, "pdf"), pdf);
}

function picture(file, where, ending) {
  return join(pictures, `${basename(file).replace(/\.html$/, "")}.${where}.${ending}`);
}

async function look(browser, file) {
  const page = await browser.newPage();
  page.on("console", (it) => tell(file, "console", it.text()));
  page.on("pageerror", (it) => tell(file, "error", it.message));
  page.on("request", (it) => it.url() !== `file://${file}` && tell(file, "asks for", it.url()));
  await page.goto(`file://${file}`);
  if (file.endsWith(".svg")) {
    await on_slide(page, file);
    return page.close();
  }
  await page.evaluate(axe);
  const [phone, laptop] = SCREENS;
  await on_screen(page, file, phone, "light");
  await on_screen(page, file, laptop, "light");
  await on_screen(page, file, laptop, "dark");
  for (const paper of PAPERS) await on_paper(page, file, paper);
  await page.close();
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const file of words) await look(browser, file);
await browser.close();
console.log(`looked at ${words.length} files: ${wrong} wrong`);
process.exit(wrong > 0 ? 1 : 0);
