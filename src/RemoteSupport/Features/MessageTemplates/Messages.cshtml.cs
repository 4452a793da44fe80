using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Every text that the tenant can write anew, by message and language (MT-1).</summary>
[Requires(Permission.Tenant)]
public sealed class MessagesPage(IMediator mediator, IStringLocalizer localizer, TemplateWords words) : PortalPage
{
    /// <summary>The messages to show, in groups by the way they go.</summary>
    public IReadOnlyList<IGrouping<string, TemplateLine>> Groups { get; private set; } = [];

    /// <summary>What pages call things.</summary>
    public TemplateWords Words => words;

    /// <summary>Words of a title or purpose.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Query { get; set; }

    /// <summary>"own", "outdated", "broken", "left_behind", or nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>Something narrows the list.</summary>
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Query) || !string.IsNullOrEmpty(State);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!(await mediator.Send(new ListMessageTemplates())).Succeeded(out var lines, out var refusal)) return Refuse(refusal);
        Groups = [.. lines.Where(Fits).OrderBy(line => Rank(line.Entry.Name.Channel)).ThenBy(line => localizer[line.Entry.Title].Value, StringComparer.CurrentCulture).GroupBy(line => line.Entry.Name.Channel)];
        return Page();
    }

    private bool Fits(TemplateLine line) => FitsState(line) && (Query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => SaysOf(line).Contains(word, StringComparison.CurrentCultureIgnoreCase));

    private bool FitsState(TemplateLine line) => State switch
    {
        "own" => line.Languages.Any(language => language.State != TemplateState.BuiltIn),
        "outdated" => line.Languages.Any(language => language.State == TemplateState.Outdated),
        "broken" => line.Languages.Any(language => language.State == TemplateState.Broken),
        "left_behind" => line.Languages.Any(language => language.State != TemplateState.BuiltIn) && line.Languages.Any(language => language.State == TemplateState.BuiltIn),
        _ => true,
    };

    private string SaysOf(TemplateLine line) => $"{localizer[line.Entry.Title]} {localizer[line.Entry.Purpose]} {line.Entry.Name.Key} {words.Channel(line.Entry.Name.Channel)}";

    private static int Rank(string channel) => Array.IndexOf(["email", "sms", "page"], channel);
}
