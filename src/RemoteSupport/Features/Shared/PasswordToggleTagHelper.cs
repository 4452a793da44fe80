using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace RemoteSupport.Features.Shared;

/// <summary>
/// The eye beside a password that shows what was typed: <c>&lt;password-toggle for="Form.Password" /&gt;</c>. It needs a script (passwords.ts),
/// which also makes it visible.
/// </summary>
[HtmlTargetElement("password-toggle", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PasswordToggleTagHelper(IStringLocalizer localizer) : TagHelper
{
    /// <summary>The password's field.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>The page's context.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "button button-icon password-toggle");
        output.Attributes.SetAttribute("type", "button");
        output.Attributes.SetAttribute("data-password-toggle", TagBuilder.CreateSanitizedId(FieldTagHelper.NameOf(For, ViewContext), "_"));
        output.Attributes.SetAttribute("data-show", localizer["Show password"].Value);
        output.Attributes.SetAttribute("data-hide", localizer["Hide password"].Value);
        output.Attributes.Add(new TagHelperAttribute("hidden"));
        output.Content.SetHtmlContent("<span class=\"icon icon-eye\" aria-hidden=\"true\"></span>");
    }
}
