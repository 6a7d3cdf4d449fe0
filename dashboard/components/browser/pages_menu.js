// On a phone the pages are in a menu that lies over the page. Streamlit leaves it open on the page that
// was chosen in it: who chose it would see a strip of it, and have to find out how to close the menu.

const LINK = '[data-testid="stSidebarNavLink"]';
const CLOSE = '[data-testid="stSidebarCollapseButton"] button';

// Once for the browser, whatever page is drawn, and after Streamlit has taken the click.
document.addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey }) => {
  const elsewhere = ctrlKey || metaKey || shiftKey; // in another tab or window
  if (!elsewhere && target.closest?.(LINK)) document.querySelector(CLOSE)?.click();
});

export default function () {}
