/** C2: what comes early is a random-feature model, what comes late is not. */
export {};
