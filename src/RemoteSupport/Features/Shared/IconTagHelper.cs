using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RemoteSupport.Features.Shared;

/// <summary>An icon that only decorates: <c>&lt;icon name="lock" /&gt;</c>. The word beside it says the same.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>One of the names in src/portal/icons.mjs.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"icon icon-{Name}");
        output.Attributes.SetAttribute("aria-hidden", "true");
    }
}
