// Filled by the survival library.
