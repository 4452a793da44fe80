using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RemoteSupport.Features.Shared;

/// <summary>
/// Ties an input to what is said about it: with an error, aria-invalid and aria-describedby point at it; a help text's id goes into help.
/// </summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class FieldTagHelper : TagHelper
{
    /// <summary>The bound value, as for the framework's own helper.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>The id of the field's help text, if it has one.</summary>
    [HtmlAttributeName("help")]
    public string? Help { get; set; }

    /// <summary>The page's context.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var name = NameOf(For, ViewContext);
        var isInvalid = ViewContext.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0;
        var described = string.Join(' ', new[] { Help, isInvalid ? ErrorId(name) : null }.Where(id => id is not null));
        if (isInvalid) output.Attributes.SetAttribute("aria-invalid", "true");
        if (described.Length > 0) output.Attributes.SetAttribute("aria-describedby", described);
    }

    /// <summary>The field's name in the form, also inside a partial.</summary>
    internal static string NameOf(ModelExpression field, ViewContext context) => context.ViewData.TemplateInfo.GetFullHtmlFieldName(field.Name);

    internal static string ErrorId(string name) => TagBuilder.CreateSanitizedId(name, "_") + "-error";
}

/// <summary>A field's error in place: <c>&lt;field-error for="Form.Email" /&gt;</c>. Nothing while there is none.</summary>
[HtmlTargetElement("field-error", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldErrorTagHelper : TagHelper
{
    /// <summary>The field.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>The page's context.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var name = FieldTagHelper.NameOf(For, ViewContext);
        if (!ViewContext.ModelState.TryGetValue(name, out var entry) || entry.Errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field-error");
        output.Attributes.SetAttribute("id", FieldTagHelper.ErrorId(name));
        output.Content.SetHtmlContent("<span class=\"icon icon-circle-alert\" aria-hidden=\"true\"></span>");
        output.Content.Append(string.Join(' ', entry.Errors.Select(error => error.ErrorMessage)));
    }
}
