// Holds an epic's three artifacts against the published schemas with Ajv: node ajv.js HOME EPIC
'use strict';

const fs = require('fs');
const path = require('path');
const Ajv2020 = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;

const [home, epic] = process.argv.slice(2);
const read = (...names) => JSON.parse(fs.readFileSync(path.join(...names), 'utf8'));
const schema = (name) =>
  read(home, 'devops-api/src/main/resources/io/productionguardian/schema/v1', `${name}.schema.json`);

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
ajv.addSchema(schema('operations'));

for (const name of ['review', 'implementation', 'plan']) {
  const validate = ajv.compile(schema(name));
  if (!validate(read(epic, 'consensus/artifacts', `${name}.json`))) {
    console.error(name, validate.errors);
    process.exitCode = 1;
  }
}
