// Rules for the addons' JavaScript and its tests. Form is prettier's matter.
import globals from "globals";

const correctness = {
    "array-callback-return": "error",
    "consistent-return": "error",
    curly: "error",
    "default-case-last": "error",
    eqeqeq: "error",
    "no-alert": "error",
    "no-console": ["error", { allow: ["error", "warn"] }],
    "no-constant-binary-expression": "error",
    "no-dupe-keys": "error",
    "no-duplicate-imports": "error",
    "no-empty": "error",
    "no-eval": "error",
    "no-fallthrough": "error",
    "no-implied-eval": "error",
    "no-shadow": "error",
    "no-undef": "error",
    "no-unreachable": "error",
    "no-unused-expressions": "error",
    "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    "no-use-before-define": ["error", { functions: false }],
    "no-var": "error",
    "object-shorthand": "error",
    "prefer-const": "error",
    "require-atomic-updates": "error",
};

const sizes = {
    complexity: ["error", 8],
    "max-depth": ["error", 3],
    "max-lines-per-function": [
        "error",
        { max: 25, skipBlankLines: true, skipComments: true },
    ],
    "max-params": ["error", 5],
};

const onlyPure = {
    "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["@*"], message: "static/src/model/ stays pure." }] },
    ],
    "no-restricted-globals": ["error", "window", "document", "fetch", "localStorage"],
};

export default [
    { ignores: ["**/static/lib/**", "node_modules/**"] },
    {
        files: ["**/*.js"],
        languageOptions: { ecmaVersion: 2023, sourceType: "module" },
        linterOptions: { reportUnusedDisableDirectives: "error" },
        rules: correctness,
    },
    {
        files: ["addons/*/static/**/*.js"],
        languageOptions: { globals: { ...globals.browser, luxon: "readonly" } },
    },
    { files: ["addons/*/static/src/**/*.js"], rules: sizes },
    { files: ["addons/*/static/src/model/**/*.js"], rules: onlyPure },
    {
        files: ["addons/*/static/**/{service_worker,sw,*_worker}.js"],
        languageOptions: { globals: globals.serviceworker },
    },
    {
        files: ["tests/js/**/*.js", "eslint.config.js"],
        languageOptions: { globals: globals.node },
    },
];
