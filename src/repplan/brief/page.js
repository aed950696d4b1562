"use strict";
// Without this, holding the line selects all of it. With it, a tap does, and a button copies.
for (const box of document.querySelectorAll(".copy")) {
  const line = box.querySelector("code");
  const button = box.querySelector("button");
  const word = button.textContent;
  const select = () => getSelection().selectAllChildren(line);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(line.textContent);
      return true;
    } catch {
      // A file opened from the phone's own folder may not use the clipboard directly.
      select();
      return document.execCommand("copy");
    }
  };
  line.addEventListener("click", select);
  button.addEventListener("click", async () => {
    if (await copy()) {
      button.textContent = button.dataset.done;
      setTimeout(() => (button.textContent = word), 2000);
    }
  });
  button.hidden = false;
}
