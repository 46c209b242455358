/* The component of dashboard/choice_component.py: radio buttons in a fieldset, with React as Dash loads it. */
window.slowburn = {
  Choice({ id, legend, options, value, setProps }) {
    const make = window.React.createElement;
    const buttons = options.map((option) =>
      make(
        "label",
        { key: option.value },
        make("input", {
          type: "radio",
          name: id,
          value: option.value,
          checked: option.value === value,
          onChange: () => setProps({ value: option.value }),
        }),
        make("span", null, option.label),
      ),
    );
    return make("fieldset", { id, className: "choice" }, make("legend", null, legend), make("div", { className: "segments" }, buttons));
  },
};
