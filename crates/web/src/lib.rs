//! Page shell, components, forms, cookies, errors, assets: what every page needs.
