// Keys, and the check while somebody types. Everything else works without.
"use strict";
(() => {
  const form = document.getElementById("decide");
  const field = document.getElementById("text");
  const list = document.getElementById("proof");
  let sending = false;

  const isTyping = (target) => target.matches("textarea, select, input:not([type=checkbox])");

  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (target === field && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      form.querySelector("[data-save]").click();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      if (isTyping(target)) target.blur();
      document.querySelectorAll("details.menu[open]").forEach((menu) => { menu.open = false; });
      return;
    }
    if (isTyping(target) || (event.key === "Enter" && target !== document.body)) return;
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

  if (!form) return;

  const show = (problems) => {
    list.replaceChildren(...problems.map((problem) => {
      const item = document.createElement("li");
      item.textContent = problem.message;
      if (problem.refused) item.className = "refused";
      return item;
    }));
  };

  let asked = 0;
  const check = async () => {
    const mine = ++asked;
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.dataset.proof, { method: "POST", body, credentials: "same-origin" });
      // An answer to what was typed before says nothing about what is there now.
      if (answer.ok && mine === asked) show(await answer.json());
    } catch {
      // The server is gone; saving will tell.
    }
  };

  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(check, 300);
  });

  document.querySelectorAll("[data-put]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      field.value = button.dataset.put;
      field.focus();
      check();
    });
  });

  document.addEventListener("submit", () => { sending = true; });
  addEventListener("beforeunload", (event) => {
    if (!sending && field.value !== field.defaultValue) event.preventDefault();
  });
})();
