"use strict";
(() => {
  const MOST = 100;
  const form = document.getElementById("search");
  const input = document.getElementById("query");
  const all = document.getElementById("all");
  const found = document.getElementById("found");
  const results = document.getElementById("results");
  const browse = document.getElementById("browse");
  const count = document.getElementById("count");
  let rows;
  const read = () => Array.from(all.tBodies[0].rows, (row) => ({
    row,
    text: `${row.textContent} ${row.dataset.exact} ${row.dataset.also}`.toLowerCase(),
    exact: row.dataset.exact.toLowerCase().split("\n"),
    ranges: row.dataset.status.split(" ").filter(Boolean).map((range) => range.split("-").map(Number)),
  }));
  // 2 if a word is a code or status of the row, 1 if a text contains it or a status class covers it, 0 otherwise
  const fit = (item, word) => {
    if (item.exact.includes(word)) return 2;
    if (item.text.includes(word)) return 1;
    const status = /^\d{3}$/.test(word) ? Number(word) : 0;
    return item.ranges.some(([low, high]) => low <= status && status <= high) ? 1 : 0;
  };
  const search = () => {
    rows = rows || read();
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = [];
    if (words.length) {
      for (const item of rows) {
        let rank = 0;
        for (const word of words) {
          const one = fit(item, word);
          if (!one) { rank = -1; break; }
          rank += one;
        }
        if (rank > 0) fits.push([rank, item.row]);
      }
      fits.sort((a, b) => b[0] - a[0]);
    }
    found.tBodies[0].replaceChildren(...fits.slice(0, MOST).map(([, row]) => row.cloneNode(true)));
    results.hidden = !fits.length;
    browse.hidden = words.length > 0;
    const more = fits.length > MOST ? `, of which the first ${MOST} are listed` : "";
    count.textContent = words.length ? `${fits.length} ${fits.length === 1 ? "code" : "codes"} found${more}` : "";
  };
  form.hidden = false;
  // reads the rows early, so that the first search is fast
  setTimeout(() => { rows = rows || read(); }, 200);
  input.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = found.querySelector("tbody a");
    if (input.value && first) location.href = first.href;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== input) {
      event.preventDefault();
      input.focus();
    } else if (event.key === "Escape" && document.activeElement === input) {
      input.value = "";
      search();
    }
  });
  const query = new URLSearchParams(location.search).get("q");
  if (query) input.value = query;
  if (input.value) search();
})();
