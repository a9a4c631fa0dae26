//! What is worked on, and what is done with it. No egui painting, no words.

mod products;
