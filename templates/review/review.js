// Keys, the preview, and the check while somebody types. Everything else works without.
"use strict";
(() => {
  const form = document.getElementById("decide");
  const field = document.getElementById("text");
  const proof = document.getElementById("proof");
  const rows = [...document.querySelectorAll("[data-list] a")];
  const dialog = document.getElementById("keys");
  const single = document.getElementById("single-keys");
  let sending = false;

  const isTyping = (target) => target.matches("textarea, select, input:not([type=checkbox])");

  // Single keys can be switched off, which a cookie remembers: storage would be another for each port.
  const COOKIE = "handback-single-keys";
  if (single) {
    single.checked = !document.cookie.split("; ").includes(`${COOKIE}=off`);
    single.addEventListener("change", () => {
      const [value, age] = single.checked ? ["on", 0] : ["off", 60 * 60 * 24 * 365];
      document.cookie = `${COOKIE}=${value}; Path=/; SameSite=Strict; Max-Age=${age}`;
    });
    const button = document.getElementById("show-keys");
    button.hidden = false;
    button.addEventListener("click", () => dialog.showModal());
  }

  /** Moves the focus in a list. */
  const move = (step) => {
    const at = rows.findIndex((row) => row.closest("li").contains(document.activeElement));
    const to = at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1);
    rows[to].focus();
    rows[to].scrollIntoView({ block: "nearest" });
  };

  /** A key of a list; returns whether it was one. */
  const listKey = (event) => {
    if (rows.length === 0) return false;
    const here = rows.find((row) => row === document.activeElement);
    const isLetter = single?.checked;
    if (event.key === "ArrowDown" && here || event.key === "j" && isLetter) move(1);
    else if (event.key === "ArrowUp" && here || event.key === "k" && isLetter) move(-1);
    else if (event.key === " " && here?.previousElementSibling?.type === "checkbox") here.previousElementSibling.click();
    else return false;
    return true;
  };

  const insert = (text) => {
    field.focus();
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input"));
  };

  document.addEventListener("keydown", (event) => {
    // Browsers take the focus out of a closed dialog a moment later: a key that comes before is for the page.
    const target = dialog?.contains(event.target) ? document.body : event.target;
    if (target === field && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      form.querySelector("[data-save]").click();
      return;
    }
    if (field && event.altKey && !event.ctrlKey && /^Digit[1-9]$/.test(event.code)) {
      const chip = document.querySelector(`[data-insert][aria-keyshortcuts="Alt+${event.code.slice(5)}"]`);
      if (chip) {
        event.preventDefault();
        insert(chip.dataset.insert);
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog?.open) return;
    if (event.key === "Escape") {
      if (isTyping(target)) target.blur();
      document.querySelectorAll("details.menu[open]").forEach((menu) => { menu.open = false; });
      return;
    }
    if (isTyping(target) || (event.key === "Enter" && target.closest("a, button, summary, input"))) return;
    if (listKey(event)) {
      event.preventDefault();
      return;
    }
    if (event.key.length === 1 && !single?.checked) return;
    const thing = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!thing || thing.disabled) return;
    event.preventDefault();
    if (isTyping(thing)) {
      thing.focus();
      thing.scrollIntoView({ block: "nearest" });
    } else {
      thing.click();
    }
  });

  // One menu at a time, and none once something else is clicked.
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  // The project is still being read: its page follows by itself, unless somebody began to do something.
  const reading = document.querySelector("[data-reading]");
  if (reading) {
    let isTouched = false;
    document.addEventListener("input", () => { isTouched = true; });
    const wait = async () => {
      let answer;
      do answer = await fetch("/opened"); while (answer.status === 202);
      if (answer.ok && !isTouched) location.reload();
      else if (answer.ok) reading.firstChild.data = "The project is read. ";
    };
    wait().catch(() => { reading.firstChild.data = "The review has ended. "; });
  }

  const list = document.getElementById("list");
  if (list) {
    const [page, all, chosen] = ["page", "all", "chosen"].map((id) => document.getElementById(id));
    const boxes = [...list.querySelectorAll("[name=row]")];
    page.parentElement.hidden = false;
    const count = () => {
      const some = boxes.filter((box) => box.checked).length;
      page.checked = some === boxes.length;
      page.indeterminate = some > 0 && some < boxes.length;
      chosen.textContent = some > 0 && !all.checked ? `${some} selected` : "";
    };
    page.addEventListener("change", () => {
      boxes.forEach((box) => { box.checked = page.checked; });
      count();
    });
    list.addEventListener("change", count);
    // Who comes back finds what was selected.
    addEventListener("pageshow", count);
  }

  if (!form) return;

  const show = (problems) => {
    proof.replaceChildren(...problems.map((problem) => {
      const item = document.createElement("li");
      item.textContent = problem.message;
      if (problem.refused) item.className = "refused";
      return item;
    }));
  };

  const send = (address) => {
    const body = new URLSearchParams(new FormData(form));
    return fetch(address, { method: "POST", body, credentials: "same-origin" });
  };

  let asked = 0;
  const check = async () => {
    const mine = ++asked;
    try {
      const answer = await send(form.dataset.proof);
      // An answer to what was typed before says nothing about what is there now.
      if (answer.ok && mine === asked) show(await answer.json());
    } catch {
      // The server is gone; saving will tell.
    }
  };

  // The page is made by the server, which leaves nothing in it that runs or loads.
  const part = document.querySelector("[data-preview]");
  let drawn = 0;
  const draw = async () => {
    const mine = ++drawn;
    try {
      const answer = await send(part.dataset.preview);
      if (!answer.ok || mine !== drawn) return;
      const box = document.getElementById("preview");
      box.innerHTML = await answer.text();
      // Not every document is a page.
      part.hidden = !box.firstElementChild;
      box.querySelectorAll(".side").forEach((side) => {
        const mark = side.querySelector("mark");
        if (mark) side.scrollTop = mark.offsetTop - side.offsetTop - side.clientHeight / 3;
      });
    } catch {
      // A preview is only a help.
    }
  };
  draw();

  let timer;
  let later;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    clearTimeout(later);
    timer = setTimeout(check, 300);
    later = setTimeout(draw, 600);
  });

  document.querySelectorAll(".chips").forEach((chips) => { chips.hidden = false; });
  document.querySelectorAll("[data-insert]").forEach((chip) => {
    chip.addEventListener("click", () => insert(chip.dataset.insert));
  });

  document.querySelectorAll("[data-put]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      field.value = button.dataset.put;
      field.focus();
      check();
      draw();
    });
  });

  document.addEventListener("submit", () => { sending = true; });
  addEventListener("beforeunload", (event) => {
    if (!sending && field.value !== field.defaultValue) event.preventDefault();
  });
})();
