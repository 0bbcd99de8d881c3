// Comfort only: every page works without this file.
"use strict";

// Bytes from which on a form may be larger than is taken at all: it could not be given back.
const LARGEST = 500_000;

// How many bytes a form is on its way, where a line break is two characters.
const weight = (form, button) => String(new URLSearchParams(new FormData(form, button))).replaceAll("%0A", "%0D%0A").length;

// How many characters are left of a text that has a limit: shown at every letter, told aloud once typing pauses.
for (const area of document.querySelectorAll("textarea[data-most]")) {
  const [line, told] = [document.createElement("p"), document.createElement("p")];
  line.className = "left";
  line.setAttribute("aria-hidden", "true");
  told.className = "unseen";
  told.setAttribute("aria-live", "polite");
  area.after(line, told);
  const most = Number(area.dataset.most);
  let pause;
  const count = () => {
    const left = most - [...area.value].length;
    const shown = Math.abs(left).toLocaleString("en");
    line.classList.toggle("over", left < 0);
    // Told only near the end: far from it nobody needs to know.
    line.textContent = left > most / 5 ? "" : (left < 0 ? area.dataset.over : area.dataset.left).replace("%s", shown);
  };
  const tell = () => { told.textContent = line.textContent; };
  area.addEventListener("input", () => {
    count();
    clearTimeout(pause);
    pause = setTimeout(tell, 1000);
  });
  area.form.addEventListener("submit", (event) => {
    // Where this text is not too long, another field is, and the page that answers says what to do.
    if ([...area.value].length <= most || weight(area.form, event.submitter) <= LARGEST) return;
    event.preventDefault();
    area.focus();
    line.scrollIntoView({ block: "center" });
    told.textContent = "";
    setTimeout(tell, 100);
  });
  count();
  tell();
}

// What a topic spares is not called required either, as soon as that topic is chosen; that few read it is told with it.
const topic = document.querySelector("#topic");
if (topic) {
  const spare = () => {
    const kinds = topic.selectedOptions[0].classList;
    const spares = String(!kinds.contains("nameless"));
    for (const field of document.querySelectorAll(".sparing input")) field.setAttribute("aria-required", spares);
    const told = new Set((topic.getAttribute("aria-describedby") || "").split(" ").filter(Boolean));
    told[kinds.contains("restricted") && document.querySelector("#topic-few") ? "add" : "delete"]("topic-few");
    topic.setAttribute("aria-describedby", [...told].join(" "));
  };
  topic.addEventListener("input", spare);
  addEventListener("pageshow", spare); // a browser that comes back to the page chooses what was chosen
}

// A receipt can be copied by one press.
const receipt = document.querySelector("[data-copy]");
if (receipt && navigator.clipboard) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "secondary";
  button.textContent = receipt.dataset.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(receipt.textContent.trim());
    button.textContent = receipt.dataset.copied;
  });
  receipt.parentElement.append(button);
}

// Leaving a form with something typed, here or on the page before, asks first; its own buttons never do.
const form = document.querySelector("form.sheet, form.check");
if (form) {
  const written = "textarea, input:not([type=hidden], [type=checkbox])";
  const holds = (field) => field.name === "token" || (field.matches(written) && field.defaultValue);
  let typed = [...form.elements].some(holds);
  form.addEventListener("input", () => { typed = true; });
  form.addEventListener("submit", (event) => { if (!event.defaultPrevented) typed = false; });
  addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
}
