// Files that are too large for one request go into the bucket by themselves; the form then carries
// their ids. Without this script the form works as it is, up to the size of one request.
"use strict";

(() => {
  const form = document.querySelector("form[data-most]");
  if (!form || !globalThis.crypto?.subtle) return;

  const FIELDS = 64 * 1024; // what the rest of the form may take
  const most = Number(form.dataset.most);
  const mostFile = Number(form.dataset.mostFile);
  const mostJob = Number(form.dataset.mostJob);
  const status = form.querySelector("[data-status]");
  const bar = form.querySelector("progress");
  const button = form.querySelector("button");

  const chosen = () =>
    [...form.querySelectorAll("input[type=file]")].flatMap((input) =>
      [...input.files].map((file) => ({ role: input.name, file })));

  const sum = (all) => all.reduce((bytes, { file }) => bytes + file.size, 0);

  const say = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

  const tell = (text, bad) => {
    status.textContent = text;
    status.className = bad ? "notice bad" : "notice";
    status.hidden = false;
  };

  const hex = (buffer) =>
    [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const announced = async ({ role, file }) => ({
    role,
    name: file.name,
    size: file.size,
    sha256: hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer())),
    media_type: file.type || "application/octet-stream",
  });

  const announce = async (files) => {
    const answer = await fetch("/ui/uploads", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        "X-Form-Token": form.elements.form_token.value,
        "X-Requested-With": "JavaScript",
      },
      body: JSON.stringify({ files }),
    });
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error([said.detail, said.remedy].filter(Boolean).join(" ")
      || "The files could not be announced. Open this page again; you may have to sign in.");
    return said.uploads;
  };

  const put = (upload, file, progressed) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(upload.method, upload.url);
      for (const [name, value] of Object.entries(upload.headers))
        if (name.toLowerCase() !== "content-length") request.setRequestHeader(name, value);
      request.upload.onprogress = (event) => progressed(event.loaded);
      const failed = () => reject(new Error(
        `${file.name} could not be uploaded${request.status ? ` (${request.status})` : ""}. Try again.`));
      request.onerror = failed;
      request.ontimeout = failed;
      // 412: it is there already, because the reply to a first try was lost.
      request.onload = () =>
        request.status === 200 || request.status === 412 ? resolve() : failed();
      request.send(file);
    });

  const upload = async (all) => {
    const files = [];
    for (const [i, one] of all.entries()) {
      tell(`Reading file ${i + 1} of ${all.length}: ${one.file.name}`);
      files.push(await announced(one));
    }
    const places = await announce(files);
    bar.max = sum(all);
    bar.hidden = false;
    let before = 0;
    for (const [i, { file }] of all.entries()) {
      tell(`Uploading file ${i + 1} of ${all.length}: ${file.name}`);
      await put(places[i], file, (loaded) => { bar.value = before + loaded; });
      before += file.size;
      bar.value = before;
    }
    return places;
  };

  const handIn = (places) => {
    for (const input of form.querySelectorAll("input[type=file]")) input.disabled = true;
    for (const { id } of places) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = "uploads";
      field.value = id;
      form.append(field);
    }
    tell("Everything is uploaded. Submitting.");
    form.submit();
  };

  form.addEventListener("submit", async (event) => {
    const all = chosen();
    if (sum(all) + FIELDS <= most) return;
    event.preventDefault();
    const large = all.find(({ file }) => file.size > mostFile);
    if (large) return tell(`${large.file.name} has ${say(large.file.size)}; ${say(mostFile)} is the most.`, true);
    if (sum(all) > mostJob) return tell(`The files have ${say(sum(all))} together; ${say(mostJob)} is the most.`, true);
    button.disabled = true;
    try {
      handIn(await upload(all));
    } catch (e) {
      bar.hidden = true;
      button.disabled = false;
      tell(`Nothing was submitted. ${e.message}`, true);
    }
  });
})();
