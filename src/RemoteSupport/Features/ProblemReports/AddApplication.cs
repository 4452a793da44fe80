using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>A tenant admin adds an application to the list.</summary>
[Requires(Permission.Tenant)]
public sealed record AddApplication : ICommand<SupportedApplication>
{
    /// <summary>Its name; unique in the tenant whatever the case.</summary>
    [Required(ErrorMessage = "Enter a name.")]
    [StringLength(ReportRules.LongestApplication, ErrorMessage = "The name of an application can have 100 characters at most.")]
    public string? Name { get; init => field = ReportRules.Line(value); }

    internal sealed class Handler(Db db, AuditTrail audit, TimeProvider clock) : IRequestHandler<AddApplication, Outcome<SupportedApplication>>
    {
        public async Task<Outcome<SupportedApplication>> Handle(AddApplication request, CancellationToken cancellationToken)
        {
            var added = new SupportedApplication(Guid.CreateVersion7(clock.GetUtcNow()), request.Name!);
            if (await db.RunAsync("insert into applications (id, name) values (@Id, @Name) on conflict do nothing", added, cancellationToken) == 0) return new ApplicationTaken();
            audit.Target("application", added.Id, added.Name);
            return added;
        }
    }
}
