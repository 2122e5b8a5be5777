# Reads the texts of a JSON array with Ruby's dotenv; prints what each holds.
require 'json'
require 'dotenv'
puts JSON.generate(JSON.parse($stdin.read).map { |text| Dotenv::Parser.call(text) })
