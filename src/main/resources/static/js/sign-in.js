/* Demonstration accounts: "use" fills the form. */
(() => {
  'use strict';
  for (const button of document.querySelectorAll('[data-use-email]')) {
    button.addEventListener('click', () => {
      document.querySelector('input[name=email]').value = button.dataset.useEmail;
      document.querySelector('input[name=password]').value = button.dataset.usePassword;
      document.querySelector('.sign-in-form button[type=submit]').focus();
      for (const other of document.querySelectorAll('.demo-account')) {
        other.classList.toggle('chosen', other.contains(button));
      }
    });
  }
})();
