// Tables sort by a column when its header is pressed: up, then down. Rows without a
// value stay last, and groups of rows together. Without this script tables stand as
// they were written.
//
// What is too wide for the window scrolls, and is reached by the keyboard; what fits
// need not be stopped at.
(() => {
  "use strict";
  const words = new Intl.Collator("en", { numeric: true });
  const said = document.getElementById("said");

  const value = (row, column, numeric) => {
    const cell = row.cells[column];
    return cell.dataset.sort ?? (numeric ? "" : cell.textContent.trim());
  };

  const compare = (a, b, numeric) => numeric ? Number(a) - Number(b) : words.compare(a, b);

  const sort = (table, column, direction) => {
    const numeric = table.tHead.rows[0].cells[column].classList.contains("number");
    const sign = direction === "ascending" ? 1 : -1;
    for (const body of table.tBodies) {
      const rows = Array.from(body.querySelectorAll("tr:not(.group)"), (row) => ({ row, value: value(row, column, numeric) }));
      rows.sort((a, b) => {
        if (a.value === "" || b.value === "") {
          return (a.value === "") - (b.value === "");
        }
        return sign * compare(a.value, b.value, numeric);
      });
      body.append(...rows.map((r) => r.row));
    }
  };

  const press = (table, column) => {
    const heads = Array.from(table.tHead.rows[0].cells);
    const direction = heads[column].getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", direction);
    sort(table, column, direction);
    said.textContent = `Sorted by ${heads[column].textContent.trim()}, ${direction}.`;
  };

  for (const table of document.querySelectorAll("table")) {
    if (table.querySelectorAll("tbody tr:not(.group)").length < 2) {
      continue;
    }
    Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => press(table, column));
      head.append(button);
    });
  }

  const fit = () => {
    for (const box of document.querySelectorAll(".table, .plot:not(.small)")) {
      box.removeAttribute("tabindex");
      if (box.scrollWidth > box.clientWidth) {
        box.tabIndex = 0;
      }
    }
  };
  fit();
  addEventListener("resize", fit);
})();
