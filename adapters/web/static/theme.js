// Light or dark as chosen here before anything is painted; otherwise as the system has it.
(() => {
  const chosen = localStorage.getItem("palabre-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
})();
