// Filled by the study files.
