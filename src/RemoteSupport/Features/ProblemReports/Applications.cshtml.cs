using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>The tenant's list of applications that problems can be reported with.</summary>
[Requires(Permission.Tenant)]
public sealed class ApplicationsPage(IMediator mediator, IStringLocalizer localizer) : PortalPage
{
    private const string Here = "/settings/applications";

    /// <summary>The list.</summary>
    public IReadOnlyList<SupportedApplication> List { get; private set; } = [];

    /// <summary>What is added.</summary>
    public AddApplication Form { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => List = (await mediator.Send(new ListApplications())).Value ?? [];

    /// <summary>Adds one.</summary>
    public async Task<IActionResult> OnPostAddAsync([Bind(Prefix = nameof(Form))] AddApplication form)
    {
        Form = form;
        return await AnswerAsync((await mediator.Send(form)).Refusal, localizer["The application is in the list."]);
    }

    /// <summary>Renames one.</summary>
    public async Task<IActionResult> OnPostRenameAsync(Guid id, string? name)
    {
        var outcome = await mediator.Send(new RenameApplication { Id = id, Name = name });
        // What is said of one row is said above them all.
        return await AnswerAsync(outcome.Refusal is ValidationFailed flaw ? flaw with { Errors = new Dictionary<string, string[]> { [""] = [.. flaw.Errors.Values.SelectMany(said => said)] } } : outcome.Refusal, localizer["The application has a new name."]);
    }

    /// <summary>Takes one out.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id) => await AnswerAsync((await mediator.Send(new RemoveApplication(id))).Refusal, localizer["The application is no longer in the list."]);

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string done)
    {
        if (refusal is null) return Tell(done, Here);
        await OnGetAsync();
        return Refuse(refusal);
    }
}
