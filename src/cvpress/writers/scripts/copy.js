/* Puts a button behind each mail address and phone number, which copies it. Nothing is sent anywhere.
   The page says in `data-copy` and `data-copied` of an element that is read aloud how it is called. */
(() => {
  "use strict";
  const spoken = document.querySelector("[data-copy]");
  if (!spoken || !navigator.clipboard) return;

  function say(button, text) {
    spoken.textContent = "";
    button.classList.add("is-copied");
    setTimeout(() => { spoken.textContent = `${spoken.dataset.copied}: ${text}`; }, 50);
    setTimeout(() => button.classList.remove("is-copied"), 2000);
  }

  for (const item of document.querySelectorAll("li.contact-email, li.contact-phone")) {
    const text = item.textContent.trim();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.title = spoken.dataset.copy;
    button.setAttribute("aria-label", `${spoken.dataset.copy}: ${text}`);
    button.addEventListener("click", () => navigator.clipboard.writeText(text).then(() => say(button, text), () => button.remove()));
    item.append(button);
  }
})();
